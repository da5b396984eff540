using Paperspace.Client.Core.Accounts;
using Paperspace.Client.Core.Machines;
using Paperspace.Client.Core.Templates;
using Paperspace.Client.Http;

namespace Paperspace.Client.Core;

/// <summary>Reaches an account through the Core API.</summary>
internal sealed class CoreClient : IPaperspaceClient
{
    private readonly ApiConnection _connection;

    /// <summary>Creates a client over a connection, which is disposed with it.</summary>
    public CoreClient(ApiConnection connection)
    {
        _connection = connection;
        Account = new CoreAccountClient(connection);
        Templates = new CoreTemplateClient(connection);
        Machines = new CoreMachineClient(connection, Templates);
    }

    /// <inheritdoc/>
    public PaperspaceApiVersion ApiVersion => _connection.ApiVersion;

    /// <inheritdoc/>
    public DateTimeOffset Now => _connection.Now;

    /// <inheritdoc/>
    public IAccountClient Account { get; }

    /// <inheritdoc/>
    public IMachineClient Machines { get; }

    /// <inheritdoc/>
    public ITemplateClient Templates { get; }

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => _connection.DelayAsync(delay, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
