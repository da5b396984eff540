using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reports a file of the module that is missing or belongs to another version of it, with what to do about it.</summary>
public sealed class ModuleFileException : IOException
{
    private readonly string _errorId;
    private readonly string _path;

    private ModuleFileException(string errorId, string path, string message)
        : base(message)
    {
        _errorId = errorId;
        _path = path;
    }

    /// <summary>Reports a missing file.</summary>
    /// <param name="path">The full path where the file should be.</param>
    internal static ModuleFileException Missing(string path) => new(
        "ModuleFileMissing",
        path,
        $"The file '{path}' of the module Paperspace is missing. Reinstall the module (Install-PSResource Paperspace -Reinstall) "
        + "and start a new PowerShell session.");

    /// <summary>Reports a file of another version.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="version">The file's version.</param>
    /// <param name="imported">The version that is imported.</param>
    internal static ModuleFileException OtherVersion(string path, Version? version, Version? imported) => new(
        "ModuleFileReplaced",
        path,
        $"The file '{path}' is of version {version} of the module Paperspace, but version {imported} is imported: the module was "
        + "replaced while it was in use. Start a new PowerShell session.");

    /// <summary>Finds the report in an exception of the runtime, which wraps it; or makes it, where the runtime throws an earlier failure
    /// to load the file again and has kept no cause: it may have been loaded first on a thread of its own, which compiles ahead.</summary>
    /// <param name="failure">The exception.</param>
    internal static ModuleFileException? FindIn(Exception? failure)
    {
        ModuleFileException? made = null;
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is ModuleFileException report) return report;
            made ??= DependencyResolver.FindProblem(
                (failure as FileNotFoundException)?.FileName ?? (failure as FileLoadException)?.FileName);
        }

        return made;
    }

    /// <summary>Creates the error record.</summary>
    internal ErrorRecord ToErrorRecord() => new(this, _errorId, ErrorCategory.ResourceUnavailable, _path);
}
