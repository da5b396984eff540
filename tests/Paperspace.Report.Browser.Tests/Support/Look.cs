namespace Paperspace.Report.Browser.Tests.Support;

/// <summary>Says how a page is looked at.</summary>
/// <param name="Width">The width of the window, in pixels.</param>
/// <param name="IsDark">Whether the reader prefers dark pages.</param>
/// <param name="IsPrint">Whether it is printed.</param>
public sealed record Look(int Width, bool IsDark = false, bool IsPrint = false)
{
    public static readonly Look Light = new(1100);

    public static readonly Look Dark = new(1100, IsDark: true);

    /// <summary>The width of A4 paper between its margins.</summary>
    public static readonly Look Paper = new(700, IsPrint: true);

    /// <summary>Gets every look that the page has to stand.</summary>
    public static IReadOnlyList<Look> All { get; } =
        [.. from width in new[] { 360, 500, 800, 1100, 1400 } from isDark in new[] { false, true } select new Look(width, isDark), Paper];

    /// <inheritdoc/>
    public override string ToString() => IsPrint ? "paper" : $"{Width}-{(IsDark ? "dark" : "light")}";
}
