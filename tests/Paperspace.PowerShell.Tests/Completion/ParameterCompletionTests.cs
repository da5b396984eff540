using System.Management.Automation;
using System.Reflection;

namespace Paperspace.PowerShell.Tests.Completion;

/// <summary>Which parameters complete file names: those that take one.</summary>
public sealed class ParameterCompletionTests
{
    /// <summary>Parameters that take a path, or text that may contain one.</summary>
    private static readonly string[] Files =
    [
        "Path", "LiteralPath", "BaseUri", "Proxy", "Destination", "IdentityFile", "SshPublicKey", "Command", "FilePath", "ArgumentList",
        "OutFile", "InFile", "Text", "Description", "Body",
    ];

    private static readonly Type[] Values =
    [
        typeof(string), typeof(string[]), typeof(int), typeof(long), typeof(bool), typeof(TimeSpan), typeof(DateTimeOffset),
    ];

    [Fact]
    public void Ids_numbers_times_and_Booleans_have_a_completer()
    {
        using var session = new Session();
        var parameters = session.Run("Get-Command -Module Paperspace").All<CmdletInfo>()
            .SelectMany(cmdlet => cmdlet.ImplementingType.GetProperties().Select(property => (Cmdlet: cmdlet.Name, Property: property)))
            .Where(item => item.Property.GetCustomAttributes<ParameterAttribute>().Any())
            .ToArray();
        Assert.True(parameters.Length > 300);
        Assert.Empty(
            from item in parameters
            let type = Nullable.GetUnderlyingType(item.Property.PropertyType) ?? item.Property.PropertyType
            where Values.Contains(type) || type.Name.StartsWith("NullableString", StringComparison.Ordinal)
            where !Files.Contains(item.Property.Name) && item.Property.PropertyType != typeof(Uri)
            where !item.Property.GetCustomAttributes<ValidateSetAttribute>().Any()
            where !item.Property.GetCustomAttributes<ArgumentCompleterAttribute>().Any()
            select $"{item.Cmdlet} -{item.Property.Name}");
    }

    [Theory]
    [InlineData("Set-PsMachine psaaa -PerformAutoSnapshot ", "$true|$false")]
    [InlineData("Set-PsMachine psaaa -PerformAutoSnapshot f", "$false")]
    [InlineData("New-PsMachine -Size ", "50|100|250|500|1000|2000")]
    [InlineData("New-PsMachine -Size 1", "100|1000")]
    [InlineData("New-PsMachine -AutoSnapshotSaveCount ", "")]
    [InlineData("New-PsMachine -ScriptId ", "")]
    [InlineData("Get-PsMachine -UserId ", "")]
    public void Files_are_not_offered_instead(string line, string offered)
    {
        using var session = new Session();
        Assert.Equal(offered, string.Join('|', Tab.Complete(session, line).Select(match => match.CompletionText)));
    }
}
