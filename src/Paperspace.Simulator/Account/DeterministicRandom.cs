namespace Paperspace.Simulator;

/// <summary>Draws random numbers that depend only on the seed, the purpose and the subject, not on the order of the draws.</summary>
internal sealed class DeterministicRandom(int seed)
{
    public ulong Draw(RandomPurpose purpose, long subject, long detail = 0) =>
        Mix(Mix(Mix(Mix((ulong)seed) ^ (ulong)purpose) ^ (ulong)subject) ^ (ulong)detail);

    /// <summary>Draws a number from 0 to less than the bound.</summary>
    public int Below(int bound, RandomPurpose purpose, long subject, long detail = 0) =>
        (int)(Draw(purpose, subject, detail) % (ulong)bound);

    /// <summary>Draws a number from 0 to less than 1.</summary>
    public double Fraction(RandomPurpose purpose, long subject, long detail = 0) =>
        (Draw(purpose, subject, detail) >> 11) / (double)(1UL << 53);

    public Guid Guid(long subject, long detail)
    {
        var bytes = new byte[16];
        BitConverter.GetBytes(Draw(RandomPurpose.Guid, subject, detail)).CopyTo(bytes, 0);
        BitConverter.GetBytes(Draw(RandomPurpose.Guid, subject, ~detail)).CopyTo(bytes, 8);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    public string Id(string prefix, int length, long subject, long attempt, string digits = "0123456789abcdefghijklmnopqrstuvwxyz")
    {
        var characters = new char[length];
        var rest = Draw(RandomPurpose.Id, subject, attempt);
        for (var i = 0; i < length; i++, rest /= (ulong)digits.Length) characters[i] = digits[(int)(rest % (ulong)digits.Length)];
        return prefix + new string(characters);
    }

    // The finalizer of SplitMix64, the same on every runtime, unlike System.Random.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}

/// <summary>Specifies what a number is drawn for. Numbers for different purposes are independent.</summary>
internal enum RandomPurpose
{
    Id,
    Guid,
    Jitter,
    Kind,
    State,
    History,
    Storage,
    Capacity,
    Loss,
    Shuffle,
    Deletion,
    Fault,
}
