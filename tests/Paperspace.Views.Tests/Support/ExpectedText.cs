using System.Runtime.CompilerServices;

namespace Paperspace.Views.Tests;

/// <summary>The texts in Expected/.</summary>
internal static class ExpectedText
{
    private const string AcceptVariable = "PAPERSPACE_ACCEPT_VIEWS";

    /// <summary>Compares with the stored text, or stores it.</summary>
    public static void Check(string name, string actual, [CallerFilePath] string source = "")
    {
        var file = Path.Combine("Expected", name + ".txt");
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(AcceptVariable)))
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, file), actual);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)), actual, ignoreLineEndingDifferences: true);
    }
}
