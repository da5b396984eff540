using System.Management.Automation;
using System.Reflection;
using Newtonsoft.Json;
using RestSharp;

namespace ForeignModule;

/// <summary>Puts both libraries to use, and gives the assemblies that did the work.</summary>
[Cmdlet(VerbsCommon.Get, "ForeignVersion")]
[OutputType(typeof(AssemblyName))]
public sealed class GetForeignVersionCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        using var client = new RestClient("http://localhost");
        var request = new RestRequest("machines", Method.Get).AddQueryParameter("name", JsonConvert.SerializeObject(new { Size = 50 }));
        if (!client.BuildUri(request).Query.Contains("50", StringComparison.Ordinal))
            throw new InvalidOperationException("The libraries do not work together.");

        WriteObject(typeof(RestClient).Assembly.GetName());
        WriteObject(typeof(JsonConvert).Assembly.GetName());
    }
}
