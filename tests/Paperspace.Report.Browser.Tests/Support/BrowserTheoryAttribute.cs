using System.Runtime.CompilerServices;

namespace Paperspace.Report.Browser.Tests.Support;

/// <summary>Marks a theory that is skipped, as one, where no browser is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Skip = Chromium.Program.SkipReason;
}
