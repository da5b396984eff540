using System.Management.Automation;
using System.Text;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Accounts;

/// <summary>The files that a key is found in, and what they may turn out to be.</summary>
[Collection(Surroundings.Name)]
public sealed class KeyFileTests : IDisposable
{
    private const string Missing = "ApiKeyMissing,Paperspace.PowerShell.ConnectPsAccountCommand";

    private readonly Surroundings _surroundings = new();
    private readonly Session _session = new();

    public void Dispose()
    {
        _session.Dispose();
        _surroundings.Dispose();
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("credentials.toml")]
    public void A_pipe_instead_of_a_file_is_an_error(string name)
    {
        if (OperatingSystem.IsWindows()) return;
        Posix.CreatePipe(_surroundings.GetPath(name));
        AssertNames(name, "not a regular file");
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("credentials.toml")]
    public void A_link_to_a_device_instead_of_a_file_is_an_error(string name)
    {
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(_surroundings.GetPath(name), "/dev/zero");
        AssertNames(name, "not a regular file");
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("credentials.toml")]
    public void A_huge_file_is_an_error(string name)
    {
        using (var file = File.Create(_surroundings.GetPath(name))) file.SetLength(3L * 1024 * 1024 * 1024);
        AssertNames(name, "larger than");
    }

    [Fact]
    public void A_link_to_a_file_is_followed()
    {
        if (OperatingSystem.IsWindows()) return;
        var target = _surroundings.Configure("elsewhere.json", """{ "apiKey": "linked-key" }""");
        File.CreateSymbolicLink(_surroundings.GetPath("config.json"), target);
        AssertConnects("config.json");
    }

    [Fact]
    public void A_key_after_a_comment_is_found()
    {
        _surroundings.Configure("// written by hand\n{ /* mine */ \"apiKey\": \"commented-key\" }");
        AssertConnects("config.json");
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-8", true)]
    public void A_file_in_another_encoding_is_read_with_and_without_a_BOM(string encoding, bool hasMark)
    {
        var text = Encoding.GetEncoding(encoding);
        File.WriteAllBytes(
            _surroundings.GetPath("config.json"),
            [.. hasMark ? text.GetPreamble() : [], .. text.GetBytes("""{ "apiKey": "encoded-key" }""")]);
        AssertConnects("config.json");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"s3cret-key\"")]
    [InlineData("{ \"apiKey\": [\"s3cret-key\"] }")]
    [InlineData("{ \"apiKey\": \"s3cret-key\"")]
    [InlineData("apiKey = s3cret-key")]
    [InlineData("{ \"apiKey\": \"s3cret key\" }")]
    public void An_invalid_file_is_an_error_that_names_the_file_but_not_its_content(string content)
    {
        _surroundings.Configure(content);
        AssertNames("config.json", "config.json");
    }

    [Theory]
    [InlineData("{ }")]
    [InlineData("{ \"apiKey\": null }")]
    [InlineData("{ \"apiKey\": \"\" }")]
    public void A_file_without_a_key_is_ignored(string content)
    {
        _surroundings.Configure(content);
        Assert.Equal(Missing, Connect().Error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Without_a_key_the_error_lists_every_source()
    {
        var error = Connect().Error;
        Assert.Equal(Missing, error.FullyQualifiedErrorId);
        foreach (var said in new[]
        {
            "-ApiKey (Read-Host 'API key' -AsSecureString)", "-Simulator", "PAPERSPACE_API_KEY", "PAPERSPACE_API_KEY_FILE",
            _surroundings.GetPath("credentials.toml"), _surroundings.GetPath("config.json"),
        })
            Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_the_variable_names_has_the_key()
    {
        _surroundings.Set("PAPERSPACE_API_KEY_FILE", _surroundings.Configure("mine.key", "file-of-key\n"));
        AssertConnects("mine.key");
        _surroundings.Set("PAPERSPACE_API_KEY_FILE", "/no/such/file");
        Assert.Contains("/no/such/file", Connect().Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_instead_of_the_path_of_a_key_file_is_not_shown()
    {
        _surroundings.Set("PAPERSPACE_API_KEY_FILE", "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5");

        var error = Connect().Error;

        Assert.DoesNotContain("a1b2c3", error + error.Exception.ToString() + error.TargetObject, StringComparison.Ordinal);
        Assert.Contains("PAPERSPACE_API_KEY_FILE does not name an existing file. It takes a path; the key itself belongs in PAPERSPACE_API_KEY.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_file_with_JSON_is_an_error_that_does_not_show_it()
    {
        _surroundings.Set("PAPERSPACE_API_KEY_FILE", _surroundings.Configure("mine.json", """{"apiKey":"file-of-key"}"""));

        var error = Connect().Error;

        Assert.Contains("contains JSON", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("file-of-key", error + error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_team_key_has_priority_over_the_file_of_the_older_clients()
    {
        _surroundings.Configure("""{ "apiKey": "older-key" }""");
        _surroundings.Configure("credentials.toml", "version = 1\n\n[keys]\nacme-research = \"team-key\"\n");
        AssertConnects("acme-research");
    }

    [Fact]
    public void The_current_team_selects_among_several_keys()
    {
        _surroundings.Configure("credentials.toml", "version = 1\n[keys]\nacme = \"acme-key\"\n\"other-team\" = \"other-key\"\n");
        _surroundings.Configure("config.toml", "version = 1\nteam = \"other-team\"\n[projects]\n");
        AssertConnects("team other-team");
        Assert.Contains(
            "team acme ",
            _session.Run("Connect-PsAccount -Team ACME -PassThru").Single<PaperspaceAccount>().KeySource,
            StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("version = 1")]
    [InlineData("team = \"gone\"")]
    public void Several_teams_without_a_choice_are_an_error_that_names_them(string settings)
    {
        _surroundings.Configure("credentials.toml", "[keys]\nacme = \"s3cret-key\"\nzeta = \"s3cret-key\"\n");
        _surroundings.Configure("config.toml", settings);
        var error = AssertNames("credentials.toml", "acme, zeta");
        Assert.Contains("Connect-PsAccount -Team", error, StringComparison.Ordinal);
        Assert.Contains("acme, zeta", _session.Run("Connect-PsAccount -Team nobody").Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credentials.toml", "[keys\nacme = \"s3cret-key\"")]
    [InlineData("credentials.toml", "keys = \"s3cret-key\"")]
    [InlineData("credentials.toml", "[keys]\nacme = 5 # s3cret-key")]
    [InlineData("credentials.toml", "[keys]\nacme = \"s3cret-key\"\nacme = \"s3cret-key\"")]
    public void Broken_credentials_are_an_error_that_names_the_file_and_leaves_it_as_it_was(string name, string content)
    {
        _surroundings.Configure("""{ "apiKey": "older-key" }""");
        var path = _surroundings.Configure(name, content);
        AssertNames(name, name);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void Broken_settings_are_an_error_that_names_the_file()
    {
        _surroundings.Configure("credentials.toml", "[keys]\nacme = \"s3cret-key\"\n");
        _surroundings.Configure("config.toml", "team = 5");
        AssertNames("config.toml", "'team' is not a string");
    }

    [Fact]
    public void Teams_are_completed()
    {
        _surroundings.Configure("credentials.toml", "[keys]\nacme = \"s3cret-key\"\nzeta = \"s3cret-key\"\n");
        Assert.Equal(["acme", "zeta"], Complete());
        _surroundings.Configure("credentials.toml", "[keys");
        Assert.DoesNotContain("acme", Complete());
    }

    private IEnumerable<string> Complete()
    {
        using var shell = _session.Start("");
        shell.Commands.Clear();
        const string line = "Connect-PsAccount -Team ";
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches.Select(match => match.CompletionText)];
    }

    private Outcome Connect() => _session.Run("Connect-PsAccount -PassThru");

    private void AssertConnects(string source) =>
        Assert.Contains(source, Connect().Succeeded().Single<PaperspaceAccount>().KeySource, StringComparison.Ordinal);

    private string AssertNames(string name, string said)
    {
        var error = Connect().Error;
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.ConnectPsAccountCommand", error.FullyQualifiedErrorId);
        Assert.Contains(name, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error + error.Exception.ToString(), StringComparison.Ordinal);
        return error.ToString();
    }
}
