namespace Paperspace.PowerShell;

/// <summary>Reads the files of the official clients in the user's home folder.</summary>
internal sealed class ClientFiles
{
    private readonly string _folder;

    private ClientFiles(string home)
    {
        _folder = Path.Combine(home, ".paperspace");
    }

    /// <summary>Gets the file with a key for each team.</summary>
    public string Credentials => Path.Combine(_folder, "credentials.toml");

    /// <summary>Gets the file with the team in use.</summary>
    public string Settings => Path.Combine(_folder, "config.toml");

    /// <summary>Gets the file of the older clients, with one key.</summary>
    public string Configuration => Path.Combine(_folder, "config.json");

    /// <summary>Returns the files of this user; null where the home folder is none, since anything else would be looked for in the current
    /// folder.</summary>
    public static ClientFiles? Find()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.IsPathRooted(home) && Directory.Exists(home) ? new ClientFiles(home) : null;
    }

    /// <summary>Returns the keys, each by its team; none where there is no file.</summary>
    /// <exception cref="PaperspaceException">The file cannot be used.</exception>
    public IReadOnlyDictionary<string, string> ReadTeamKeys() => AccountFactory.ReadTeamKeys(Credentials);

    /// <summary>Returns the team in use; null where none is.</summary>
    /// <exception cref="PaperspaceException">The file cannot be used.</exception>
    public string? ReadCurrentTeam() => AccountFactory.ReadCurrentTeam(Settings);
}
