using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>
/// Checks that the machine in the response to a create is the new one. A create that is mistaken for an existing machine
/// could delete that machine in a clean-up.
/// </summary>
internal sealed class NewMachineCheck
{
    /// <summary>Allows for the difference between the clocks of the server that responds and of the one that creates.</summary>
    private static readonly TimeSpan ServerTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Allows for a wrong clock or time zone of this computer, if the response has no date.</summary>
    private static readonly TimeSpan ClientTolerance = TimeSpan.FromHours(1);

    private readonly ApiConnection _connection;
    private readonly string? _name;
    private readonly DateTimeOffset _sentAt;
    private readonly long _began;
    private DateTimeOffset? _responseDate;

    /// <summary>Creates the check before the request is sent.</summary>
    /// <param name="name">The requested name.</param>
    public NewMachineCheck(ApiConnection connection, string? name)
    {
        (_connection, _name) = (connection, name);
        _sentAt = connection.Now;
        _began = connection.Time.GetTimestamp();
    }

    private DateTimeOffset EarliestCreation
    {
        get
        {
            if (_responseDate is not { } date) return _sentAt - ClientTolerance;
            var sentAt = date - _connection.Time.GetElapsedTime(_began);
            // Of two clocks that disagree, believe the earlier.
            return (sentAt < _sentAt ? sentAt : _sentAt) - ServerTolerance;
        }
    }

    public void OnResponse(ApiResponse response) => _responseDate = response.Date;

    /// <exception cref="JsonReaderException">The machine has another name, or was created before the request.</exception>
    public void Require(Machine machine)
    {
        ResponseIdentity.RequireName(_name, machine.Name);
        if (machine.DtCreated < EarliestCreation)
            throw new JsonReaderException(
                FormattableString.Invariant(
                    $"it is for machine '{machine.Id}', which was created at {machine.DtCreated:yyyy-MM-dd HH:mm:ss}Z, before the request."));
    }
}
