namespace Paperspace.PowerShell;

/// <summary>Writes whole files: a failure, such as a full disk, leaves an existing file as it was.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the target, flushes, and renames.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="content">The content.</param>
    /// <param name="keepsExisting">Whether an existing file is an error.</param>
    /// <param name="isOwnerOnly">Whether nobody else may read a new file. An existing file keeps its mode.</param>
    /// <exception cref="IOException">The file cannot be written, or exists and is kept.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Write(string path, byte[] content, bool keepsExisting = false, bool isOwnerOnly = false)
    {
        var target = FollowLinks(path);
        var exists = File.Exists(target);
        if (exists && keepsExisting) throw new IOException($"The file '{path}' already exists.");
        // A device such as /dev/stdout must not be replaced by a file.
        if (exists && !IsOrdinary(target))
        {
            WriteTo(target, FileMode.Open, content, isOwnerOnly: false);
            return;
        }

        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            WriteTo(temporary, FileMode.CreateNew, content, isOwnerOnly);
            if (exists) Replace(temporary, target);
            else File.Move(temporary, target);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void WriteTo(string path, FileMode mode, byte[] content, bool isOwnerOnly)
    {
        using var stream = Open(path, mode, isOwnerOnly);
        stream.Write(content, 0, content.Length);
        stream.Flush(flushToDisk: mode == FileMode.CreateNew);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The reason for the failure matters, not what it left.
        }
    }

#if NETSTANDARD
    /// <summary>A new file of Windows has the access rights of its folder.</summary>
    private static FileStream Open(string path, FileMode mode, bool isOwnerOnly) =>
        new(path, mode, FileAccess.Write, FileShare.Read);

    private static string FollowLinks(string path) => path;

    private static bool IsOrdinary(string path) => (File.GetAttributes(path) & FileAttributes.Device) == 0;

    /// <summary>Keeps the attributes and the access rights of the target.</summary>
    private static void Replace(string source, string target) => File.Replace(source, target, null);
#else
    private static FileStream Open(string path, FileMode mode, bool isOwnerOnly)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read };
        if (isOwnerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static string FollowLinks(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    private static bool IsOrdinary(string path) =>
        (File.GetAttributes(path) & FileAttributes.Device) == 0
        && (OperatingSystem.IsWindows()
            || (!path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/proc/", StringComparison.Ordinal)));

    /// <summary>Keeps the attributes and the access rights of the target.</summary>
    private static void Replace(string source, string target)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Replace(source, target, null);
            return;
        }

        File.SetUnixFileMode(source, File.GetUnixFileMode(target));
        File.Move(source, target, overwrite: true);
    }
#endif
}
