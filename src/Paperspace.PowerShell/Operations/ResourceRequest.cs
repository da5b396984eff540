namespace Paperspace.PowerShell;

/// <summary>Sends the request of an action on one resource.</summary>
/// <returns>The operation; null if the action is complete.</returns>
internal delegate Task<Operation?> ResourceRequest(IPaperspaceClient client, string id, CancellationToken cancellationToken);
