namespace Paperspace.Views.Tests;

/// <summary>Where color is shown at all. Headings are the engine's own.</summary>
[Collection(SessionsCollection.Name)]
public sealed class ColorTests(Sessions sessions)
{
    private const string NoColor = "NO_COLOR";
    private const string GreenReady = "\u001B[32mready\u001B[0m";

    [Fact]
    public void Running_machine_is_green_in_a_window_with_color() =>
        Assert.Contains(GreenReady, Show(showsColor: true), StringComparison.Ordinal);

    [Fact]
    public void Window_without_color_gets_none() => Assert.DoesNotContain('\u001B', Show(showsColor: false));

    [Fact]
    public void No_color_in_the_environment_is_obeyed_at_once()
    {
        Environment.SetEnvironmentVariable(NoColor, "1");
        try
        {
            Assert.DoesNotContain(GreenReady, Show(showsColor: true), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(NoColor, null);
        }
    }

    [Fact]
    public void Plain_output_rendering_is_obeyed()
    {
        var session = sessions[ViewKind.Default];
        session.Get("$PSStyle.OutputRendering = 'PlainText'");
        try
        {
            Assert.DoesNotContain('\u001B', Show(showsColor: true));
        }
        finally
        {
            session.Get("$PSStyle.OutputRendering = 'Host'");
        }
    }

    private string Show(bool showsColor)
    {
        var session = sessions[ViewKind.Default];
        session.Window.ShowsColor = showsColor;
        return session.Show("Get-ReadyMachine");
    }
}
