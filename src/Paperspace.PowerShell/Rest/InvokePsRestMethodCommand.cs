using System.Collections;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Sends requests to operations of the API that no other cmdlet has, with the account's key.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "PsRestMethod", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject))]
public sealed class InvokePsRestMethodCommand : AccountCmdlet
{
    /// <summary>Gets or sets the paths below the base address, such as machines; names in them are escaped.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [RestPathTransformation]
    public string[] Path { get; set; } = [];

    /// <summary>Gets or sets the HTTP method.</summary>
    [Parameter]
    public RestMethod Method { get; set; }

    /// <summary>Gets or sets the fields of the query; a list sends a field several times.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public IDictionary? Query { get; set; }

    /// <summary>Gets or sets the body: a text that is sent as it is, or what is written as JSON, such as a hashtable.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public PSObject? Body { get; set; }

    /// <summary>Reads a list to its end, page after page, and emits its items.</summary>
    [Parameter]
    public SwitchParameter FollowPages { get; set; }

    private string Action => $"Send {Method.ToString().ToUpperInvariant()} request";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Path)
        {
            RestRequestOptions options;
            try
            {
                options = CreateOptions(path);
            }
            catch (PaperspaceException broken)
            {
                WriteFailure(broken, path);
                continue;
            }

            if (FollowPages)
                await FollowAsync(options, cancellationToken);
            else if (Method == RestMethod.Get)
                await SubmitAsync((client, token) => client.Rest.SendAsync(options, token), path, Write, cancellationToken);
            else if (ShouldProcess(path, Action))
                await SubmitAsync(options, cancellationToken);
        }
    }

    private RestRequestOptions CreateOptions(string path)
    {
        if (FollowPages && Method != RestMethod.Get)
            throw PaperspaceException.InvalidRequest(
                "-FollowPages reads a list, with the method Get alone.",
                nameof(FollowPages),
                nameof(Method));
        RequireGiven(nameof(Query), Query);
        RequireGiven(nameof(Body), Body is { BaseObject: "" } ? null : Body);
        var body = RestBody.From(Body);
        var options = new RestRequestOptions
        {
            Method = Method,
            Path = path,
            Query = Query is null ? [] : RestQuery.Convert(Query),
            Body = body.Value,
            Secrets = body.Secrets,
        };
        options.Validate();
        return options;
    }

    /// <summary>Checks that a parameter was given something: a variable that was misspelt must not send a request without what it should
    /// have.</summary>
    private void RequireGiven(string parameter, object? value)
    {
        if (value is null && IsBound(parameter))
            throw PaperspaceException.InvalidRequest($"-{parameter} was given nothing. Give it a value, or leave it out.", parameter);
    }

    private Task SubmitAsync(RestRequestOptions options, CancellationToken cancellationToken) => SubmitChangeAsync(
        Action,
        (client, change, token) => change.SendAsync(client.Now, () => client.Rest.SendAsync(options, token), RestValue.FindId),
        options.Path,
        options.Path,
        (value, _) => Write(value),
        cancellationToken);

    private async Task FollowAsync(RestRequestOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using var pager = Client.Rest.List(options);
            while (await pager.NextAsync(cancellationToken) is { } page)
            {
                foreach (var item in page) WriteObject(RestValue.ToObject(item));
                if (page.Warning is { } warning) WriteWarning(warning);
            }
        }
        catch (PaperspaceException failure)
        {
            WriteFailure(failure, options.Path);
        }
    }

    private void Write(object? value)
    {
        foreach (var item in value as object?[] ?? (value is null ? [] : [value])) WriteObject(RestValue.ToObject(item));
    }
}
