namespace Paperspace.Simulator;

/// <summary>The public templates: those of the 2022 documentation, then those that other public sources name.</summary>
internal static class TemplateCatalogue
{
    private static readonly Dictionary<string, Template> ById;

    static TemplateCatalogue() => ById = All.ToDictionary(template => template.Id, StringComparer.Ordinal);

    public static IReadOnlyList<Template> All { get; } =
    [
        new("ta1b3le7", "Windows 10 Pro", "Windows 10 (Pro) - Unlicensed", "2019-05-31T15:46:57.423Z"),
        new("tpx5mr6b", "RStudio", "Ubuntu 16.04 Desktop", "2018-04-06T02:55:42.105Z"),
        new("t9taj00e", null, "Centos 7 Server", "2022-01-23T20:47:06.707Z"),
        new("tz0ireoj", "Ubuntu 20.04 Desktop", "Ubuntu 20.04 Desktop", "2021-10-21T05:52:13.579Z"),
        new("tv00h6iv", "Windows 2012 R2 Grid", "Windows 2012 R2 - Licensed", "2020-07-30T17:34:04.385Z"),
        new("tnr2oh1m", "Windows 10", "Windows 10 (Server 2022) - Licensed", "2021-04-08T16:39:03.908Z"),
        new("tzd1e8km", "Fast.ai", "Ubuntu 16.04 Server", "2020-03-16T03:55:18.513Z"),
        new("tmun4o2g", "Ubuntu 18.04 GPU Worker Cuda 11", "Ubuntu 18.04 Server", "2020-06-21T20:35:00.467Z"),
        new("tkni3aa4", "Ubuntu 20.04 Server", "Ubuntu 20.04 Server", "2021-10-20T00:50:49.780Z"),
        new("t04azgph", "Ubuntu 18.04 Server", "Ubuntu 18.04 Server", "2018-06-15T06:00:34.531Z"),
        new("tpi7gqht", "Ubuntu 18.04 CPU Worker", "Ubuntu 18.04 Server", "2020-07-08T18:18:08.248Z"),
        new("twnlo3zj", "Ml in a Box 20.04", "Ubuntu 20.04 MLiaB", "2021-10-14T23:50:00.225Z"),
        new("tl1h5hec", "Windows 10 Pro", "Windows 10 (Pro) - Unlicensed", "2019-05-16T17:41:22.919Z"),
        new("tk9izniv", "Windows 10", "Windows 10 (Server 2022) - Licensed", "2019-02-08T17:59:04.036Z"),
        new("taoz1uxr", "Windows 10", "Windows 10 (Server 2022) - Licensed", "2019-02-08T18:00:34.729Z"),
        new("tbu200wi", "Ubuntu 20.04 Server", "Ubuntu 20.04 Server", "2021-06-02T09:12:44.310Z"),
        new("t0nspur5", "Ubuntu 22.04 Server", "Ubuntu 22.04 Server", "2022-06-14T18:20:31.502Z"),
        new("t17d1a6i", "Ubuntu 22.04 Desktop", "Ubuntu 22.04 Desktop", "2022-06-14T19:05:12.087Z"),
        new("tvimtol9", "ML in a Box 22.04", "Ubuntu 22.04 MLiaB", "2022-09-28T16:41:09.233Z"),
        new("tiq8mhti", "ML in a Box 22.04 A100", "Ubuntu 22.04 MLiaB", "2022-09-28T17:02:55.718Z"),
        new("t7vp562h", "ML in a Box 22.04 H100", "Ubuntu 22.04 MLiaB", "2023-08-11T14:37:20.961Z"),
        new("tilqt47t", "ML in a Box 22.04 A4000", "Ubuntu 22.04 MLiaB", "2022-10-03T11:15:38.404Z"),
        new("tqqsxr6b", "ML in a Box 22.04 V100", "Ubuntu 22.04 MLiaB", "2022-10-03T11:48:02.659Z"),
    ];

    public static Template? Find(string id) => ById.TryGetValue(id, out var template) ? template : null;

    /// <summary>The template of the id; one that nobody has heard of is like an Ubuntu server.</summary>
    public static Template Describe(string id) => Find(id) ?? new(id, null, "Ubuntu 20.04 Server", "2022-01-01T00:00:00.000Z");
}
