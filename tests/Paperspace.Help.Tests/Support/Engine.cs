using System.Management.Automation;

namespace Paperspace.Help.Tests.Support;

/// <summary>A session that the tests of a class share, for what does not change it.</summary>
public sealed class Engine : IDisposable
{
    private readonly Session _session = new();

    /// <summary>The cmdlets of the module.</summary>
    public IReadOnlyList<CmdletInfo> Cmdlets => _session.Run("Get-Command -Module Paperspace").Succeeded().All<CmdletInfo>();

    /// <summary>A cmdlet.</summary>
    public CmdletInfo Cmdlet(string name) => _session.Run($"Get-Command {name}").Succeeded().Single<CmdletInfo>();

    /// <summary>What Get-Help returns for a name.</summary>
    public PSObject Help(string name) => Assert.Single(_session.Run($"Get-Help {name} -Full").Succeeded().Output);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
