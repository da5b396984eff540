namespace Paperspace.PowerShell;

/// <summary>Sends the request of an action on one resource.</summary>
/// <typeparam name="TIdentity">The type that identifies the resource.</typeparam>
/// <returns>The operation; null where the action is carried out at once.</returns>
internal delegate Task<ResourceOperation?> ResourceRequest<in TIdentity>(
    IPaperspaceClient client,
    TIdentity target,
    CancellationToken cancellationToken);
