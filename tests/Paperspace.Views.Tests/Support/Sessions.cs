namespace Paperspace.Views.Tests;

/// <summary>One session for each kind of view, opened when it is first needed.</summary>
public sealed class Sessions : IDisposable
{
    private readonly Dictionary<ViewKind, Session> _open = [];

    /// <summary>Begins without what the environment of the tests says about color.</summary>
    public Sessions() => Environment.SetEnvironmentVariable("NO_COLOR", null);

    /// <summary>The session for this kind.</summary>
    internal Session this[ViewKind kind]
    {
        get
        {
            if (!_open.TryGetValue(kind, out var session)) _open[kind] = session = new Session(kind);
            session.Window.ShowsColor = false;
            session.Window.Width = 100;
            return session;
        }
    }

    public void Dispose()
    {
        foreach (var session in _open.Values) session.Dispose();
    }
}
