namespace Paperspace.Simulator.V1;

internal sealed class GetStorageUtilizationRoute() : V1Route("GET", "/storage-providers/utilization")
{
    // The storage of notebooks, of which the account has none; the disks of machines are not in it.
    protected override SimulatedResponse Respond(V1Request request) => JsonResponse.Create(
        """
        {"totalFreeStorage":"5368709120","remainingFreeStorage":"5368709120","totalUsage":"0","modelUsage":"0","datasetUsage":"0",
        "sharedStorageUsage":"0","notebookWorkspaceUsage":"0"}
        """);
}
