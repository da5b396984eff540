namespace Paperspace;

/// <summary>Computes what a month's use costs, so far and at the end of the month.</summary>
internal readonly struct UtilizationCost
{
    /// <summary>A machine whose storage was kept for less than the month by no more than this was there all the month: the API counts in
    /// steps of its own.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    private readonly Usage? _machine;
    private readonly Usage? _storage;
    private readonly decimal _length;
    private readonly decimal _elapsed;
    private readonly decimal _remaining;
    private readonly decimal? _kept;

    /// <summary>Prepares the computation.</summary>
    public UtilizationCost(MachineUtilization utilization)
    {
        (_machine, _storage) = (utilization.Utilization, utilization.StorageUtilization);
        _kept = _storage?.Seconds;
        if (BillingMonth.Find(utilization.BillingMonth) is not { } month) return;
        _length = (decimal)month.Length.TotalSeconds;
        // What was not read at any time, such as an object that somebody composed, is taken for a month that is over.
        _elapsed = utilization.ReadAt == default ? _length : Clamp((decimal)(utilization.ReadAt - month.Start).TotalSeconds, _length);
        _remaining = utilization.DtDeleted is null ? _length - _elapsed : 0;
    }

    /// <summary>Gets what the machine itself cost so far; null where it is not known.</summary>
    public decimal? Compute => Round(IsFlat ? _elapsed > 0 || _length == 0 ? FlatCost : 0 : _machine?.Cost);

    /// <summary>Gets what the storage cost so far; null where it is not known.</summary>
    public decimal? Storage => Round(_storage?.Cost);

    /// <summary>Gets what the machine itself will have cost at the end of the month; null if it cannot be projected.</summary>
    public decimal? ProjectedCompute => IsOver ? Compute : HasUnknownUse ? null : Round(ComputeAtEnd);

    /// <summary>Gets what the storage will have cost at the end of the month; null if it cannot be projected.</summary>
    public decimal? ProjectedStorage => IsOver ? Storage : Round(StorageAtEnd);

    /// <summary>Gets whether a flat price is counted for a part of the month only, since the machine was not there before.</summary>
    public bool IsProrated => IsFlat && Missed > 0;

    /// <summary>Returns the sum of what is known; null where neither is.</summary>
    public static decimal? Sum(decimal? first, decimal? second) => first is null && second is null ? null : (first ?? 0) + (second ?? 0);

    private bool IsOver => _remaining == 0 || _length == 0;

    private bool IsFlat => _machine is { HourlyRate: null, MonthlyRate: not null };

    private decimal FlatCost => _machine!.MonthlyRate!.Value * (_length == 0 ? 1 : (_length - Missed) / _length);

    /// <summary>Gets the seconds of the month in which the machine was not there.</summary>
    private decimal Missed => _kept is { } kept && _elapsed - kept > (decimal)Tolerance.TotalSeconds ? _elapsed - kept : 0;

    /// <summary>Gets whether a running machine has an hourly price, and no use yet to project.</summary>
    private bool HasUnknownUse => _machine?.HourlyRate is not null && (_kept ?? _elapsed) <= 0;

    private decimal? ComputeAtEnd =>
        IsFlat ? FlatCost
        : _machine is { HourlyRate: { } rate, Seconds: { } used }
            ? rate * (used + (Math.Min(1, used / (_kept ?? _elapsed)) * _remaining)) / 3600
        : null;

    private decimal? StorageAtEnd =>
        _storage is { MonthlyRate: { } rate, Seconds: { } kept } ? rate * (kept + _remaining) / _length : null;

    private static decimal Clamp(decimal seconds, decimal most) => Math.Max(0, Math.Min(most, seconds));

    private static decimal? Round(decimal? amount) => amount is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : null;
}
