namespace Paperspace.PowerShell;

/// <summary>Writes whole files: a failure, such as a full disk, leaves an existing file as it was.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the target, flushes, and renames.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="content">The content.</param>
    /// <param name="keepsExisting">Whether an existing file is an error.</param>
    /// <param name="isPrivate">Whether a new file is for its owner only; an existing one keeps its access rights.</param>
    /// <exception cref="IOException">The file cannot be written, or exists and is kept.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Write(string path, byte[] content, bool keepsExisting = false, bool isPrivate = false)
    {
        var target = FollowLinks(path);
        var exists = File.Exists(target);
        if (exists && keepsExisting) throw new IOException($"The file '{path}' already exists.");
        // A device such as /dev/stdout must not be replaced by a file.
        if (exists && !IsOrdinary(target))
        {
            using var device = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.Read);
            device.Write(content, 0, content.Length);
            return;
        }

        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = Create(temporary, isPrivate)) WriteAll(stream, content);
            if (exists) Replace(temporary, target);
            else File.Move(temporary, target);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void WriteAll(FileStream stream, byte[] content)
    {
        try
        {
            stream.Write(content, 0, content.Length);
            stream.Flush(flushToDisk: true);
        }
        catch (ArgumentOutOfRangeException failure)
        {
            // What .NET makes of EFBIG: a limit of the file system or of the user.
            throw new IOException("the file would be larger than the file system or a limit of the user allows.", failure);
        }
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
    private static string FollowLinks(string path) => path;

    /// <summary>On Windows, the folder of the user decides who may read.</summary>
    private static FileStream Create(string path, bool _) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);

    private static bool IsOrdinary(string path) => (File.GetAttributes(path) & FileAttributes.Device) == 0;

    /// <summary>Keeps the attributes and the access rights of the target.</summary>
    private static void Replace(string source, string target) => File.Replace(source, target, null);
#else
    private static string FollowLinks(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    private static FileStream Create(string path, bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read };
        if (isPrivate && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

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
