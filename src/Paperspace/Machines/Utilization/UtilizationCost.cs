namespace Paperspace;

/// <summary>Computes the cost of a month's use, so far and at the end of the month.</summary>
internal readonly struct UtilizationCost
{
    /// <summary>The API rounds times: storage that was kept for the month less this tolerance was kept for the whole month.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    private readonly Usage? _machine;
    private readonly Usage? _storage;
    private readonly decimal _length;
    private readonly decimal _elapsed;
    private readonly decimal _remaining;
    private readonly decimal? _kept;

    public UtilizationCost(MachineUtilization utilization)
    {
        (_machine, _storage) = (utilization.Utilization, utilization.StorageUtilization);
        _kept = _storage?.Seconds;
        if (BillingMonth.Find(utilization.BillingMonth) is not { } month) return;
        _length = (decimal)month.Length.TotalSeconds;
        // A hand-made object has no ReadAt: treat the month as complete.
        _elapsed = utilization.ReadAt == default ? _length : Clamp((decimal)(utilization.ReadAt - month.Start).TotalSeconds, _length);
        _remaining = utilization.DtDeleted is null ? _length - _elapsed : 0;
    }

    public decimal? Compute => Round(IsFlat ? _elapsed > 0 || _length == 0 ? FlatCost : 0 : _machine?.Cost);

    public decimal? Storage => Round(_storage?.Cost);

    public decimal? ProjectedCompute => IsOver ? Compute : HasUnknownUse ? null : Round(ComputeAtEnd);

    public decimal? ProjectedStorage => IsOver ? Storage : Round(StorageAtEnd);

    /// <summary>Gets whether the flat price covers a part of the month only, because the machine was created during the month.</summary>
    public bool IsProrated => IsFlat && Missed > 0;

    /// <summary>Returns the sum of the known amounts; null if both are unknown.</summary>
    public static decimal? Sum(decimal? first, decimal? second) => first is null && second is null ? null : (first ?? 0) + (second ?? 0);

    private bool IsOver => _remaining == 0 || _length == 0;

    private bool IsFlat => _machine is { HourlyRate: null, MonthlyRate: not null };

    private decimal FlatCost => _machine!.MonthlyRate!.Value * (_length == 0 ? 1 : (_length - Missed) / _length);

    /// <summary>Gets the seconds of the month before the machine was created.</summary>
    private decimal Missed => _kept is { } kept && _elapsed - kept > (decimal)Tolerance.TotalSeconds ? _elapsed - kept : 0;

    /// <summary>Gets whether an hourly machine has no use yet to project from.</summary>
    private bool HasUnknownUse => _machine?.HourlyRate is not null && (_kept ?? _elapsed) <= 0;

    private decimal? ComputeAtEnd =>
        IsFlat ? FlatCost
        : _machine is { HourlyRate: { } rate, Seconds: { } used }
            ? rate * (used + (Math.Min(1, used / (_kept ?? _elapsed)) * _remaining)) / 3600
        : null;

    private decimal? StorageAtEnd =>
        _storage is { MonthlyRate: { } rate, Seconds: { } kept } ? rate * (kept + _remaining) / _length : null;

    private static decimal Clamp(decimal seconds, decimal max) => Math.Max(0, Math.Min(max, seconds));

    private static decimal? Round(decimal? amount) => amount is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : null;
}
