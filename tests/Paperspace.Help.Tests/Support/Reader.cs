using System.Runtime.CompilerServices;

namespace Paperspace.Help.Tests.Support;

/// <summary>Someone who types what a page shows, in a session with the simulated account that the pages speak of.</summary>
/// <remarks>All questions are answered with yes.</remarks>
internal sealed class Reader : IDisposable
{
    private const string Account = "Connect-PsAccount -Simulator -Speed 1000 -MachineCount 40";

    /// <summary>The commands in pages that the engine alone does not have, as far as pages use them.</summary>
    private const string Commands = """
        function Read-Host([string] $Prompt, [switch] $AsSecureString) {
            $text = [securestring]::new()
            foreach ($letter in 'k3y-of-the-reader'.ToCharArray()) { $text.AppendChar($letter) }
            $text
        }
        function Get-Credential { [pscredential]::new('reader', (Read-Host -AsSecureString)) }
        function Get-Secret([string] $Name, [string] $Vault) { 'k3y-of-the-vault' }
        function Get-Date { [datetime]::Now }
        function Import-Csv([string] $Path) {
            if ($Path -eq 'new-machines.csv') {
                [pscustomobject]@{ Name = 'a'; Region = 'NY2'; MachineType = 'P4000'; Size = '50'; TemplateId = 'tkni3aa4'; ShutdownTimeoutInHours = '' }
                [pscustomobject]@{ Name = 'b'; Region = 'CA1'; MachineType = 'C5'; Size = '100'; TemplateId = 't0nspur5'; ShutdownTimeoutInHours = '12' }
            }
            else {
                [pscustomobject]@{ Name = 'train-0002'; Id = 'psk2x8y1f' }
                [pscustomobject]@{ Name = 'desktop-0003'; Id = 'ps72l2j6m' }
            }
        }
        function Get-Content([string] $Path) { '#!/bin/bash'; 'apt-get update' }
        function Get-ChildItem([string] $Path) { [IO.FileInfo] "$((Get-Module Paperspace).ModuleBase)/Paperspace.psm1" }
        function Export-Csv([string] $Path) { process { } }
        function Set-Clipboard { process { } }
        function Sort-Object([string] $Property, [switch] $Descending) {
            $items = [System.Linq.Enumerable]::OrderBy([object[]]@($input), [Func[object, object]] { param($item) $item.$Property })
            if ($Descending) { [System.Linq.Enumerable]::Reverse($items) } else { $items }
        }
        function Select-Object([string[]] $Property, [int] $First = [int]::MaxValue) {
            begin { $left = $First }
            process {
                if ($left-- -le 0) { return }
                if (-not $Property) { return $_ }
                $row = [ordered]@{}
                foreach ($name in $Property) { $row[$name] = $_.$name }
                [pscustomobject]$row
            }
        }
        function Measure-Object([string] $Property, [switch] $Sum) {
            begin { $total = 0 }
            process { $total += $_.$Property }
            end { [pscustomobject]@{ Sum = $total } }
        }
        foreach ($name in 'Enter-PsMachine', 'Invoke-PsMachineCommand', 'Receive-PsMachineOutput', 'Copy-PsMachineItem', 'Get-PsMachineActivity') {
            $global:PSDefaultParameterValues["${name}:HostName"] = '127.0.0.1'
        }
        """;

    /// <summary>The ssh of someone whose machines are this computer.</summary>
    private static readonly LocalSsh Ssh = new(hasGpu: true);

    /// <summary>The reader's home folder, whose folder <c>work</c> is the current one.</summary>
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "home");

    private readonly Session _session = new(new RecordingHost(answer: "&Yes"));

    /// <summary>Opens the session.</summary>
    public Reader()
    {
        if (!OperatingSystem.IsWindows()) Environment.SetEnvironmentVariable("PATH", Ssh.Environment[0].Value);
        _session.Run(Commands).Succeeded();
        _session.Set("folder", Path.Combine(Home, "work"));
        _session.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)").Succeeded();
        _session.Run(Account).Succeeded();
    }

    /// <summary>Runs what is typed.</summary>
    public Outcome Type(string code) => _session.Run(code);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <summary>Gives the process the key, a team's key in a file of its own home and the module path of someone who has set up both, and a
    /// host that nobody listens on.</summary>
    [ModuleInitializer]
    internal static void SetUp()
    {
        Environment.SetEnvironmentVariable("PAPERSPACE_API_KEY", "k3y-of-the-environment");
        Environment.SetEnvironmentVariable("PAPERSPACE_CONFIG_HOST", "http://127.0.0.1:9");
        Environment.SetEnvironmentVariable("WANDB_API_KEY", "k3y-of-another-service");
        Write(".paperspace/credentials.toml", "[keys]\nacme-research = \"k3y-of-the-team\"\n");
        Write(".ssh/id_ed25519.pub", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f reader\n");
        Write(".ssh/train", "");
        Write("work/project/train.py", "");
        Write("work/job.sh", "echo \"$1\"\n");
        Environment.SetEnvironmentVariable("HOME", Home);
        Environment.SetEnvironmentVariable("USERPROFILE", Home);
        Environment.SetEnvironmentVariable(
            "PSModulePath",
            Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(RepositoryPaths.Module)));
    }

    private static void Write(string path, string content)
    {
        var file = Path.Combine(Home, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
