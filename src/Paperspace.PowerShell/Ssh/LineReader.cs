using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Reads the lines of a stream as they come, in memory that does not grow with the stream.</summary>
/// <remarks>A line ends with a line feed, a carriage return (as progress bars write them), or both. One that is longer than
/// <see cref="MaxLineBytes"/> comes in parts. Bytes that are not UTF-8 are replaced by U+FFFD.</remarks>
internal static class LineReader
{
    /// <summary>The most bytes of one line.</summary>
    public const int MaxLineBytes = 1024 * 1024;

    private const int FirstBufferBytes = 32 * 1024;
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    /// <summary>What preceded a line feed that may belong to it.</summary>
    private enum Preceding
    {
        Other,

        /// <summary>A carriage return that has ended a line.</summary>
        Return,

        /// <summary>A carriage return at the start of a line.</summary>
        ReturnAtStart,
    }

    /// <summary>Reads to the end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="take">Takes each line.</param>
    /// <param name="endChunk">Is called when the stream has nothing more at the moment.</param>
    public static void Read(Stream stream, Action<string> take, Action endChunk)
    {
        var buffer = new byte[FirstBufferBytes];
        var used = 0;
        var preceding = Preceding.Other;
        int read;
        while ((read = stream.Read(buffer, used, buffer.Length - used)) > 0)
        {
            var (start, end) = (0, used + read);
            for (var found = FindLineEnd(buffer, used, end); found >= 0; found = FindLineEnd(buffer, start, end))
            {
                if (found > start) preceding = Preceding.Other;
                if (buffer[found] == LineFeed)
                {
                    if (preceding != Preceding.Return) take(Encoding.UTF8.GetString(buffer, start, found - start));
                    preceding = Preceding.Other;
                }
                else if (found > start)
                {
                    take(Encoding.UTF8.GetString(buffer, start, found - start));
                    preceding = Preceding.Return;
                }
                else if (preceding == Preceding.Other)
                {
                    preceding = Preceding.ReturnAtStart;
                }

                start = found + 1;
            }

            if (start < end) preceding = Preceding.Other;
            used = end - start;
            Buffer.BlockCopy(buffer, start, buffer, 0, used);
            if (used == MaxLineBytes)
            {
                var whole = FindCharacterEnd(buffer, used);
                take(Encoding.UTF8.GetString(buffer, 0, whole));
                used -= whole;
                Buffer.BlockCopy(buffer, whole, buffer, 0, used);
            }
            else if (used == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(MaxLineBytes, buffer.Length * 2));
            }

            endChunk();
        }

        if (used > 0) take(Encoding.UTF8.GetString(buffer, 0, used));
        endChunk();
    }

    private static int FindLineEnd(byte[] buffer, int start, int end)
    {
#if NET
        var found = buffer.AsSpan(start, end - start).IndexOfAny(LineFeed, CarriageReturn);
        return found < 0 ? -1 : start + found;
#else
        for (var i = start; i < end; i++)
            if (buffer[i] is LineFeed or CarriageReturn)
                return i;
        return -1;
#endif
    }

    /// <summary>Returns where the last whole character of UTF-8 ends.</summary>
    private static int FindCharacterEnd(byte[] buffer, int used)
    {
        var lead = used - 1;
        while (lead > used - 4 && (buffer[lead] & 0xC0) == 0x80) lead--;
        var length = buffer[lead] switch
        {
            >= 0xF0 => 4,
            >= 0xE0 => 3,
            >= 0xC0 => 2,
            _ => 1,
        };
        return lead + length > used ? lead : used;
    }
}
