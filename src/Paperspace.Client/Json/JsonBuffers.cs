using System.Buffers;
using Newtonsoft.Json;

namespace Paperspace.Client.Json;

/// <summary>Lends the reader its buffers.</summary>
internal sealed class JsonBuffers : IArrayPool<char>
{
    /// <summary>The shared pool.</summary>
    public static readonly JsonBuffers Shared = new();

    /// <inheritdoc/>
    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    /// <inheritdoc/>
    public void Return(char[]? array)
    {
        if (array is not null) ArrayPool<char>.Shared.Return(array);
    }
}
