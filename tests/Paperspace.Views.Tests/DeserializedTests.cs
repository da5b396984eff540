using System.Management.Automation;

namespace Paperspace.Views.Tests;

/// <summary>Each view shows a live object, a deserialized one and a row of texts alike, in every language mode, and leaves no error in
/// $Error.</summary>
[Collection(SessionsCollection.Name)]
public sealed class DeserializedTests(Sessions sessions)
{
    private const string Machines = "Get-UsualMachine; Get-UnusualMachine; Get-FullMachine";
    private const string Events = "Get-FailedEvent; Get-PendingEvent; (Get-HostileMachine).Events";

    /// <summary>The views of every type.</summary>
    public static TheoryData<ViewKind, string> Views { get; } = new()
    {
        { ViewKind.Table, Machines },
        { ViewKind.List, Machines },
        { ViewKind.Wide, Machines },
        { ViewKind.Region, "Get-MachineByRegion; Get-HostileMachine" },
        { ViewKind.Default, Events },
        { ViewKind.List, Events },
        { ViewKind.Default, "Get-Utilization; Get-HostileObject ([Paperspace.MachineUtilization])" },
        { ViewKind.List, "Get-Utilization; Get-HostileObject ([Paperspace.MachineUtilization])" },
        { ViewKind.Default, "Get-MachineCost; Get-HostileObject ([Paperspace.MachineCost])" },
        { ViewKind.List, "Get-MachineCost; Get-HostileObject ([Paperspace.MachineCost])" },
        { ViewKind.Default, "Get-CostRecommendation; Get-HostileObject ([Paperspace.CostRecommendation])" },
        { ViewKind.List, "Get-CostRecommendation; Get-HostileObject ([Paperspace.CostRecommendation])" },
        { ViewKind.Default, "Get-Usage; Get-HostileObject ([Paperspace.Usage])" },
        { ViewKind.List, "Get-Usage; Get-HostileObject ([Paperspace.Usage])" },
        { ViewKind.Default, "Get-Access; Get-HostileObject ([Paperspace.MachineAccess])" },
        { ViewKind.List, "Get-Access; Get-HostileObject ([Paperspace.MachineAccess])" },
        { ViewKind.Default, "Get-Availability; Get-HostileObject ([Paperspace.MachineAvailability])" },
        { ViewKind.List, "Get-Availability; Get-HostileObject ([Paperspace.MachineAvailability])" },
        { ViewKind.Default, "Get-AvailabilityMatrix" },
        { ViewKind.List, "Get-AvailabilityMatrix" },
        { ViewKind.Default, "Get-MachineType" },
        { ViewKind.List, "Get-MachineType" },
        { ViewKind.Default, "Get-Desktop; Get-HostileObject ([Paperspace.MachineDesktop])" },
        { ViewKind.List, "Get-Desktop; Get-HostileObject ([Paperspace.MachineDesktop])" },
        { ViewKind.Default, "Get-PublicIp; Get-HostileObject ([Paperspace.PublicIp])" },
        { ViewKind.List, "Get-PublicIp; Get-HostileObject ([Paperspace.PublicIp])" },
        { ViewKind.Default, "Get-SharedDrive; Get-HostileObject ([Paperspace.SharedDrive])" },
        { ViewKind.List, "Get-SharedDrive; Get-HostileObject ([Paperspace.SharedDrive])" },
        { ViewKind.Default, "Get-Template; Get-HostileObject ([Paperspace.Template])" },
        { ViewKind.List, "Get-Template; Get-HostileObject ([Paperspace.Template])" },
        { ViewKind.Default, "Get-User; Get-HostileObject ([Paperspace.User])" },
        { ViewKind.List, "Get-User; Get-HostileObject ([Paperspace.User])" },
        { ViewKind.Default, "Get-Activity" },
        { ViewKind.List, "Get-Activity" },
        { ViewKind.Default, "Get-GpuActivity" },
        { ViewKind.Default, "Get-MachineJob; Get-HostileObject ([Paperspace.MachineJob])" },
        { ViewKind.List, "Get-MachineJob; Get-HostileObject ([Paperspace.MachineJob])" },
        { ViewKind.Default, "Get-MachineOutput; Get-HostileObject ([Paperspace.MachineOutput])" },
        { ViewKind.List, "Get-MachineOutput; Get-HostileObject ([Paperspace.MachineOutput])" },
        { ViewKind.Default, "Get-Account" },
        { ViewKind.List, "Get-Account" },
        { ViewKind.Table, "Get-Diagnostic; Get-HostileObject ([Paperspace.AccountDiagnostic])" },
        { ViewKind.List, "Get-Diagnostic; Get-HostileObject ([Paperspace.AccountDiagnostic])" },
    };

    /// <summary>The tables of single values: a row of texts has no nested object, which lists show, and no list, which activity counts.</summary>
    public static TheoryData<ViewKind, string> Tables { get; } =
        [.. Views.Where(view => view.Data is not (ViewKind.List, _) and not (_, "Get-Activity")).Select(view => view.Data)];

    [Theory]
    [MemberData(nameof(Views))]
    public void Deserialized_object_is_shown_as_the_live_one(ViewKind kind, string script)
    {
        var session = Colored(kind);
        var live = session.Show(script);

        Assert.NotEqual("", live.Trim());
        Assert.Equal(live, session.Show($"{Group(script)} | ConvertTo-Deserialized 2"));
        Assert.Equal(live, session.Show($"{Group(script)} | ConvertTo-Deserialized 1"));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Constrained_language_shows_what_the_full_one_does(ViewKind kind, string script)
    {
        var session = Colored(kind);
        var live = session.Show(script);

        Assert.Equal(live, session.Show(script, PSLanguageMode.ConstrainedLanguage));
        Assert.Equal(live, session.Show($"{Group(script)} | ConvertTo-Deserialized 2", PSLanguageMode.ConstrainedLanguage));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Strict_mode_shows_what_the_default_does(ViewKind kind, string script)
    {
        var session = Colored(kind);
        var live = session.Show(script);
        session.Get("Set-StrictMode -Version Latest");
        try
        {
            Assert.Equal(live, session.Show(script));
            Assert.Equal(live, session.Show($"{Group(script)} | ConvertTo-Deserialized 2"));
        }
        finally
        {
            session.Get("Set-StrictMode -Off");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Row_of_texts_is_shown_as_the_live_object(ViewKind kind, string script)
    {
        var session = sessions[kind];

        Assert.Equal(session.Show(script), session.Show($"{Group(script)} | ConvertTo-TextRow"));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Culture_changes_nothing(string culture)
    {
        var session = sessions[ViewKind.List];
        var live = session.Show(Machines);
        session.Get($"$before = [cultureinfo]::CurrentCulture; [cultureinfo]::CurrentCulture = '{culture}'");
        try
        {
            Assert.Equal(live, session.Show(Machines));
            Assert.Equal(live, session.Show($"{Group(Machines)} | ConvertTo-Deserialized 2"));
        }
        finally
        {
            session.Get("[cultureinfo]::CurrentCulture = $before");
        }
    }

    private static string Group(string script) => $"& {{ {script} }}";

    private Session Colored(ViewKind kind)
    {
        var session = sessions[kind];
        session.Window.ShowsColor = true;
        return session;
    }
}
