namespace Paperspace;

/// <summary>Computes the cost of a month's usage, so far and projected to the end of the month.</summary>
internal readonly struct UtilizationCost
{
    /// <summary>The API rounds times: a machine whose storage is missing less time than this existed all month.</summary>
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
        // Without ReadAt, such as in an object that a caller composed, the month counts as over.
        _elapsed = utilization.ReadAt == default ? _length : Clamp((decimal)(utilization.ReadAt - month.Start).TotalSeconds, _length);
        _remaining = utilization.DtDeleted is null ? _length - _elapsed : 0;
    }

    /// <summary>Gets the cost of the machine itself so far; null if unknown.</summary>
    public decimal? Compute => Round(IsFlat ? _elapsed > 0 || _length == 0 ? FlatCost : 0 : _machine?.Cost);

    /// <summary>Gets the cost of the storage so far; null if unknown.</summary>
    public decimal? Storage => Round(_storage?.Cost);

    /// <summary>Gets the projected cost of the machine itself; null if unknown.</summary>
    public decimal? ProjectedCompute => IsOver ? Compute : HasUnknownUse ? null : Round(ComputeAtEnd);

    /// <summary>Gets the projected cost of the storage; null if unknown.</summary>
    public decimal? ProjectedStorage => IsOver ? Storage : Round(StorageAtEnd);

    /// <summary>Gets whether a flat price is prorated, because the machine did not exist all month.</summary>
    public bool IsProrated => IsFlat && Missed > 0;

    /// <summary>Returns the sum of the known amounts; null if both are unknown.</summary>
    public static decimal? Sum(decimal? first, decimal? second) => first is null && second is null ? null : (first ?? 0) + (second ?? 0);

    private bool IsOver => _remaining == 0 || _length == 0;

    private bool IsFlat => _machine is { HourlyRate: null, MonthlyRate: not null };

    private decimal? FlatCost => _machine!.KnownMonthlyRate * (_length == 0 ? 1 : (_length - Missed) / _length);

    /// <summary>Gets the seconds of the month in which the machine did not exist.</summary>
    private decimal Missed => _kept is { } kept && _elapsed - kept > (decimal)Tolerance.TotalSeconds ? _elapsed - kept : 0;

    /// <summary>Gets whether a machine with an hourly price has no usage yet to project.</summary>
    private bool HasUnknownUse => _machine?.HourlyRate is not null && (_kept ?? _elapsed) <= 0;

    private decimal? ComputeAtEnd =>
        IsFlat ? FlatCost
        : _machine is { KnownHourlyRate: { } rate, Seconds: { } used }
            ? rate * (used + (Math.Min(1, used / (_kept ?? _elapsed)) * _remaining)) / 3600
        : null;

    private decimal? StorageAtEnd =>
        _storage is { KnownMonthlyRate: { } rate, Seconds: { } kept } ? rate * (kept + _remaining) / _length : null;

    private static decimal Clamp(decimal seconds, decimal max) => Math.Max(0, Math.Min(max, seconds));

    private static decimal? Round(decimal? amount) => amount is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : null;
}
