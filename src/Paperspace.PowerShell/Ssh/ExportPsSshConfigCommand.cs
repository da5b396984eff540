using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Writes machines to a configuration file of ssh, so that everything that uses ssh reaches them by name.</summary>
[Cmdlet(VerbsData.Export, "PsSshConfig", SupportsShouldProcess = true, DefaultParameterSetName = MachineSet)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPsSshConfigCommand : SshCmdlet
{
    private const string MachineSet = "Machine";
    private const string IdSet = "Id";
    private const string DefaultFile = "paperspace_config";
    private const int MaxShownMachines = 20;

    private readonly List<Machine> _machines = [];

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines; all of the account without
    /// it.</summary>
    [Parameter(ParameterSetName = MachineSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Id { get; set; }

    /// <summary>Gets or sets the file; <c>paperspace_config</c> in the folder <c>.ssh</c> of the user without it.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Emits the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private static string SshFolder =>
        System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ssh");

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var given = ParameterSetName == IdSet ? Id : Machine;
        if (given is null) return;
        // An address that was read earlier may be another machine's by now.
        foreach (var machine in await FindMachinesAsync(given, cancellationToken))
            await SubmitAsync(
                (client, token) => client.Machines.GetAsync(machine.Id, token), machine.Target, _machines.Add, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        var isWholeAccount = !MyInvocation.ExpectingInput && !IsGiven(nameof(Machine)) && !IsGiven(nameof(Id));
        // The entries of before are better than none, where no machine was found.
        if (!isWholeAccount && _machines.Count == 0) return;
        var parameters = GetParameters();
        var path = Path is null ? System.IO.Path.Combine(SshFolder, DefaultFile) : GetPath(Path, nameof(Path));
        var file = new SshConfigFile(path);
        if (isWholeAccount)
        {
            using var pager = Client.Machines.List();
            while (await pager.NextAsync(cancellationToken) is { } page) _machines.AddRange(page);
        }

        var block = new SshConfigBlock(_machines, parameters);
        if (!ShouldProcess(path, FormattableString.Invariant($"Write {block.Count} machines"))) return;
        file.Write(block.ToString());
        Warn(block, path);
        if (PassThru) WriteObject(new FileInfo(path));
    }

    private void Warn(SshConfigBlock block, string path)
    {
        if (block.WithoutAddress.Count > 0)
        {
            var more = block.WithoutAddress.Count > MaxShownMachines ? $" and {block.WithoutAddress.Count - MaxShownMachines} more" : "";
            WriteWarning(
                $"Left out, since they have no public IP address now: {string.Join(", ", block.WithoutAddress.Take(MaxShownMachines))}{more}.");
        }

        var config = System.IO.Path.Combine(SshFolder, "config");
        if (path == config) return;
        // ssh looks for a relative path in its own folder.
        var name = System.IO.Path.GetDirectoryName(path) == SshFolder ? System.IO.Path.GetFileName(path) : path.Replace('\\', '/');
        if (SshConfigFile.Includes(config, name)) return;
        var shown = name.IndexOf(' ') < 0 ? name : $"\"{name}\"";
        WriteWarning($"ssh does not read '{path}' yet. Add this line at the top of '{config}': Include {shown}");
    }
}
