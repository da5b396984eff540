using System.Text.RegularExpressions;

namespace Paperspace.Tests.V1;

/// <summary>Responds with what a request asks for, as the V1 API does.</summary>
internal static partial class V1Reply
{
    public static Reply To(SeenRequest request) =>
        (request.Method, request.Path["/v1".Length..].TrimStart('/').Split('/')) switch
        {
            ("GET", ["auth", "session"]) => Reply.Example("v1-session"),
            ("GET", ["os-templates"]) => Reply.Example("v1-os-templates"),
            ("GET", ["custom-templates"]) => Reply.Json("""{"hasMore":false,"items":[]}"""),
            ("POST", ["custom-templates"]) => Reply.Created("v1-custom-template-create-answer", request),
            ("GET" or "PUT", ["custom-templates", _]) => Reply.Json(
                Examples.Text("v1-custom-template-delete-answer").Replace("2026-02-12T14:00:00.000Z", "", StringComparison.Ordinal)),
            ("DELETE", ["custom-templates", _]) => Reply.Example("v1-custom-template-delete-answer"),
            ("GET", ["teams", _, "users"]) => Reply.Example("v1-team-users"),
            ("GET", ["machine-availability"]) => Reply.Example("v1-availability"),
            ("GET", ["machine-events"]) => Reply.Json("""{"hasMore":false,"nextPage":null,"items":[]}"""),
            ("GET", ["machine-events", var id]) => Reply.Json(
                EventId().Replace(Examples.Text("v1-machine-event-show-done"), $"$1\"{id}\"")),
            ("GET", ["machines"]) => Reply.Example("v1-machines-list-wire"),
            ("POST", ["machines"]) => Reply.Created("v1-create-answer", request),
            ("GET", ["machines", var id]) => Machine("v1-machine-show-cpu-off-wire", id),
            ("PUT", ["machines", var id]) => Machine("v1-update-answer-no-event", id),
            ("DELETE", ["machines", var id]) => Machine("v1-delete-answer", id),
            ("PATCH", ["machines", var id, "start"]) => Machine("v1-start-answer", id),
            ("PATCH", ["machines", var id, "stop"]) => Machine("v1-stop-answer", id),
            ("PATCH", ["machines", var id, "restart"]) => Machine("v1-restart-answer", id),
            ("GET", ["machines", _, "accessors"]) => Reply.Example("v1-accessors"),
            ("POST", ["machines", _, "accessors"]) => Reply.Example("v1-accessor-add-answer"),
            ("DELETE", ["machines", _, "accessors", _]) => Reply.Example("v1-accessor-remove-answer"),
            ("GET", ["machines", _, "desktop"]) => Reply.Example("v1-desktop-linux"),
            ("GET", ["public-ips"]) => Reply.Example("v1-public-ips"),
            ("POST", ["public-ips"]) => Reply.Example("v1-public-ip-claim-answer"),
            ("PUT", ["public-ips", _]) => Reply.Example("v1-public-ip-assign-answer"),
            ("GET", ["shared-drives"]) => Reply.Example("v1-shared-drives"),
            ("POST", ["shared-drives"]) => SharedDrive("RJFHxSmO7U03"),
            ("GET" or "PUT", ["shared-drives", var id]) => SharedDrive(id),
            ("DELETE", ["shared-drives", _]) => Reply.Json("""{"id":"RJFHxSmO7U03"}"""),
            ("GET", ["private-networks"]) => Reply.Example("v1-private-networks"),
            ("GET", ["private-networks", "nwhoe4ox"]) => Reply.Example("v1-private-network-show"),
            ("GET", ["private-networks", _]) => Reply.Example("v1-private-network-null"),
            ("POST" or "PUT", ["private-networks", ..]) => Reply.Example("v1-private-network-show"),
            ("DELETE", ["private-networks", _]) => Reply.Example("v1-private-network-delete-answer"),
            ("GET", ["snapshots"]) => Reply.Example("v1-snapshots"),
            ("POST", ["snapshots"]) => Reply.Created("v1-snapshot-create-answer", request),
            ("GET" or "PUT", ["snapshots", _]) => Reply.Json(
                """{"id":"slqafgu4n6gxge","name":"before-upgrade","machineId":"psm9u09bwu5i","isAutoSnapshot":false}"""),
            ("DELETE", ["snapshots", _]) => Reply.Example("v1-snapshot-delete-answer"),
            ("POST", ["snapshots", _, "restore"]) => Reply.Example("v1-snapshot-restore-answer"),
            ("GET", ["startup-scripts"]) => Reply.Example("v1-startup-scripts"),
            ("POST", ["startup-scripts", _, _]) => Reply.Example("v1-startup-script-assign-answer"),
            (_, ["startup-scripts", ..]) => Reply.Example("v1-startup-script-show"),
            ("DELETE", ["public-ips", _]) => Reply.Example("v1-public-ip-release-answer"),
            _ => Reply.Example("v1-error-404-route", 404),
        };

    /// <summary>Responds with a recorded body, about the machine that was asked for.</summary>
    public static Reply Machine(string example, string id) => Reply.Json(MachineId().Replace(Examples.Text(example), $"$1\"{id}\""));

    [GeneratedRegex(@"(""(?:id|machineId)"":\s*)""ps\w+""")]
    private static partial Regex MachineId();

    [GeneratedRegex(@"(""id"":\s*)""[^""]+""")]
    private static partial Regex EventId();
    /// <summary>A shared drive by itself, as the list has it.</summary>
    private static Reply SharedDrive(string id) => Reply.Json(
        $$"""
        {"id":"{{id}}","name":"datasets","dtCreated":"2025-11-03T09:00:00.000Z","dtDeleted":null,"size":"268435456000",
         "mountPoint":"\\\\10.64.12.5\\datasets","username":"shareuser","password":"example-only","networkId":"nwhoe4ox","region":"ny2"}
        """);
}
