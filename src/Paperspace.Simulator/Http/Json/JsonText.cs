using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Paperspace.Simulator;

/// <summary>Makes JSON text.</summary>
internal static class JsonText
{
    public static string Create(Action<JsonTextWriter> write)
    {
        var text = new StringBuilder(1024);
        using (var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture)))
            write(writer);
        return text.ToString();
    }
}
