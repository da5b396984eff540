using System.Globalization;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Knows what detached jobs may be called: the name is that of a folder.</summary>
internal static class MachineJobName
{
    private static readonly Regex Valid = new("^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$", RegexOptions.CultureInvariant);

    /// <summary>Creates a name that no other job has; names sort by time.</summary>
    public static string Create(DateTimeOffset now) => string.Format(
        CultureInfo.InvariantCulture, "{0:yyyyMMdd-HHmmss}-{1}", now.UtcDateTime, Guid.NewGuid().ToString("N").Substring(0, 6));

    /// <summary>Checks a name.</summary>
    /// <exception cref="PaperspaceException">It is not one.</exception>
    public static void Validate(string name)
    {
        if (!Valid.IsMatch(name))
            throw PaperspaceException.InvalidRequest(
                $"'{name}' is not a name of a job: use letters, digits, '-', '_' and '.'.", "JobName");
    }
}
