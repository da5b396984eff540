namespace Paperspace.PowerShell;

/// <summary>Names the files of the official clients in the user's home folder.</summary>
internal sealed class OfficialClientFiles
{
    private readonly string _folder;

    private OfficialClientFiles(string home)
    {
        _folder = Path.Combine(home, ".paperspace");
    }

    public string Credentials => Path.Combine(_folder, "credentials.toml");

    public string Settings => Path.Combine(_folder, "config.toml");

    /// <summary>Gets the file of the older clients, with one key.</summary>
    public string Configuration => Path.Combine(_folder, "config.json");

    /// <summary>Returns the files of this user; null without a home folder: relative paths would be looked up in the current
    /// folder.</summary>
    public static OfficialClientFiles? Find()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.IsPathRooted(home) && Directory.Exists(home) ? new OfficialClientFiles(home) : null;
    }
}
