namespace Paperspace.Report.Tests.Support;

/// <summary>Says how a page is looked at.</summary>
/// <param name="Width">The width of the window, in pixels.</param>
/// <param name="IsDark">Whether the reader prefers dark pages.</param>
/// <param name="IsPrint">Whether it is printed.</param>
internal sealed record Look(int Width, bool IsDark = false, bool IsPrint = false)
{
    public static readonly Look Light = new(1200);

    public static readonly Look Dark = new(1200, IsDark: true);

    public static readonly Look Phone = new(360);

    /// <summary>The width of A4 paper between its margins.</summary>
    public static readonly Look Paper = new(700, IsPrint: true);

    /// <summary>Returns the look of a name.</summary>
    public static Look Of(string name) => name switch { "dark" => Dark, "phone" => Phone, "paper" => Paper, _ => Light };
}
