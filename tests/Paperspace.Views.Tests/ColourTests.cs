namespace Paperspace.Views.Tests;

/// <summary>Where colour is shown at all. Headings are the engine's own.</summary>
[Collection(SessionsCollection.Name)]
public sealed class ColourTests(Sessions sessions)
{
    private const string NoColour = "NO_COLOR";
    private const string GreenReady = "\u001B[32mready\u001B[0m";

    [Fact]
    public void Running_machine_is_green_in_a_window_with_colour() => Assert.Contains(GreenReady, Show(showsColour: true), StringComparison.Ordinal);

    [Fact]
    public void Window_without_colour_gets_none() => Assert.DoesNotContain('\u001B', Show(showsColour: false));

    [Fact]
    public void No_color_in_the_environment_is_obeyed_at_once()
    {
        Environment.SetEnvironmentVariable(NoColour, "1");
        try
        {
            Assert.DoesNotContain(GreenReady, Show(showsColour: true), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(NoColour, null);
        }
    }

    [Fact]
    public void Plain_output_rendering_is_obeyed()
    {
        var session = sessions[ViewKind.Default];
        session.Get("$PSStyle.OutputRendering = 'PlainText'");
        try
        {
            Assert.DoesNotContain('\u001B', Show(showsColour: true));
        }
        finally
        {
            session.Get("$PSStyle.OutputRendering = 'Host'");
        }
    }

    private string Show(bool showsColour)
    {
        var session = sessions[ViewKind.Default];
        session.Window.ShowsColour = showsColour;
        return session.Show("Get-Ready");
    }
}
