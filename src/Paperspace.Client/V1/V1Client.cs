using Paperspace.Client.Http;
using Paperspace.Client.V1.Accounts;
using Paperspace.Client.V1.Machines;
using Paperspace.Client.V1.Templates;

namespace Paperspace.Client.V1;

/// <summary>Reaches an account through the V1 API.</summary>
internal sealed class V1Client : IPaperspaceClient
{
    private readonly ApiConnection _connection;

    /// <summary>Creates a client over a connection, which is disposed with it.</summary>
    public V1Client(ApiConnection connection)
    {
        _connection = connection;
        Account = new V1AccountClient(connection);
        Templates = new V1TemplateClient(connection);
        Machines = new V1MachineClient(connection, Account);
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
