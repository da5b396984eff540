namespace Paperspace.Simulator;

/// <summary>Says which events an update of a machine's type or disk makes.</summary>
public enum UpdateEvents
{
    /// <summary>One, which the response has.</summary>
    One,

    /// <summary>One, which the response does not have.</summary>
    Unreported,

    /// <summary>Several, of which the response has the first.</summary>
    Several,
}
