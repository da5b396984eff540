using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that create resources from the disks of machines, each with a name of its own.</summary>
public abstract class MachineImageCmdlet : ResourceCreationCmdlet
{
    private protected const string MachineSet = "Machine";
    private protected const string IdSet = "Id";

    private readonly ResourceTargets<Machine> _targets;

    private protected MachineImageCmdlet()
    {
        _targets = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MachineSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Machine { get; set; } = [];

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] MachineId { get; set; } = [];

    /// <summary>Gets or sets the name of what is created, or a script block that makes one of each machine.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Gets the error message for a machine that was piped without a name for what is created from it.</summary>
    private protected abstract string NameMissingText { get; }

    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Require(Client);
        var name = Name;
        var given = ParameterSetName == IdSet ? MachineId : Machine;
        var isOnly = given.Length == 1 && !MyInvocation.ExpectingInput;
        // The name of a machine that is piped is its own.
        var hasName = IsGiven(nameof(Name)) || given.All(HasOwnName);
        foreach (var machine in await _targets.FindAllAsync(Client, given, cancellationToken))
            if (
                TryValidate(machine, hasName)
                && await _targets.PreviewAsync(Client, machine, isOnly, isNeeded: false, cancellationToken) is { } target
                && ShouldProcess(Describe(target), ActionText))
                await SubmitChangeAsync(
                    ActionText,
                    (client, change, token) => _targets.SendAsync(
                        client,
                        target,
                        found => change.SendAsync(client.Now, () => CreateAsync(client, found.Id, name, token), created => created.ResourceId),
                        token),
                    target.Target,
                    $"{name} of machine {target}",
                    (operation, change) => Complete(operation, Identify, change),
                    cancellationToken);
    }

    /// <summary>Gets the action as <c>-WhatIf</c> and the question show it.</summary>
    private protected abstract string ActionText { get; }

    /// <summary>Returns what the question names for a machine.</summary>
    private protected virtual string Describe(ResourceIdentity<Machine> machine) =>
        machine.Resource is { } known ? MachineDescriptor.Instance.SummarizeState(known) : machine.ToString();

    /// <summary>Checks that the API has the action.</summary>
    private protected abstract void Require(IPaperspaceClient client);

    /// <summary>Checks the options for a machine.</summary>
    /// <exception cref="PaperspaceException">An option is wrong.</exception>
    private protected abstract void Validate(string machineId);

    /// <summary>Sends the request for a machine.</summary>
    private protected abstract Task<Operation> CreateAsync(
        IPaperspaceClient client, string machineId, string name, CancellationToken cancellationToken);

    /// <summary>Identifies what was created.</summary>
    private protected abstract ResourceIdentity Identify(Operation operation);

    private bool TryValidate(ResourceIdentity<Machine> machine, bool hasName)
    {
        try
        {
            if (!hasName) throw PaperspaceException.InvalidRequest(NameMissingText, nameof(Name));
            Validate(machine.Id);
            return true;
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, machine.Target);
            return false;
        }
    }

    /// <summary>Returns whether a row has a name beside that of its machine.</summary>
    private bool HasOwnName(ResourceIdentity<Machine> machine) =>
        machine.IsRow && (machine.IsId || !machine.Id.EqualsIgnoreCase(Name?.Trim()));
}
