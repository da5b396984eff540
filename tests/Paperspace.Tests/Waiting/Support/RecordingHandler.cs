using System.Text;
using System.Web;
using Newtonsoft.Json.Linq;

namespace Paperspace.Tests.Waiting.Support;

/// <summary>Records what is sent and received, and changes responses where a test needs what the simulator does not do.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner, SkippingTimeProvider clock) : DelegatingHandler(inner)
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _exchanges = [];

    /// <summary>Changes each machine of a response.</summary>
    public Action<JObject>? Retouch { get; set; }

    /// <summary>Changes a list, given how many were skipped.</summary>
    public Action<JArray, int>? RetouchList { get; set; }

    /// <summary>What happens before a request is responded to.</summary>
    public Func<RecordedRequest, CancellationToken, Task>? Before { get; set; }

    public IReadOnlyList<RecordedRequest> Exchanges
    {
        get
        {
            lock (_gate)
                return [.. _exchanges];
        }
    }

    public int Lists => Exchanges.Count(exchange => exchange.IsList);

    public int Shows => Exchanges.Count(exchange => exchange.IsShow);

    /// <summary>How many rounds of polls there were: requests at one moment are one round.</summary>
    public int Rounds => Exchanges.Where(exchange => exchange.IsList || exchange.IsShow).Select(exchange => exchange.At).Distinct().Count();

    public int ShowsOf(string machineId) => Exchanges.Count(exchange => exchange.MachineId == machineId);

    public void Forget()
    {
        lock (_gate)
            _exchanges.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
        var exchange = new RecordedRequest(
            clock.Elapsed,
            path,
            path.EndsWith("/getMachinePublic", StringComparison.Ordinal) ? query["machineId"] : null);
        lock (_gate)
            _exchanges.Add(exchange);
        if (Before is { } before)
            await before(exchange, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (
            response.IsSuccessStatusCode
            && (((exchange.IsShow || IsShowOfV1(request)) && Retouch is not null) || (exchange.IsList && (Retouch ?? (object?)RetouchList) is not null)))
            await RetouchAsync(
                response,
                int.Parse(query["skip"] ?? "0", System.Globalization.CultureInfo.InvariantCulture),
                cancellationToken);
        return response;
    }

    private static bool IsShowOfV1(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.Split('/') is ["", "v1", "machines", _];

    private async Task RetouchAsync(HttpResponseMessage response, int skip, CancellationToken cancellationToken)
    {
        // Newtonsoft would turn the times into dates of its own and write them otherwise.
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(await response.Content.ReadAsStringAsync(cancellationToken)))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        var body = await JToken.ReadFromAsync(reader, cancellationToken);
        foreach (var machine in body is JArray list ? list.Cast<JObject>() : [(JObject)body])
            Retouch?.Invoke(machine);
        if (body is JArray page)
            RetouchList?.Invoke(page, skip);
        response.Content = new StringContent(body.ToString(), Encoding.UTF8, "application/json");
    }
}
