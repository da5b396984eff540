using System.Management.Automation;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Makes API keys, since PowerShell's own conversion would quote a wrong key in its error.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiKeyTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
            {
                ApiKey key => key,
                SecureString secret => new ApiKey(secret),
                string text => new ApiKey(text),
                PSCredential credential => new ApiKey(credential.Password),
                _ => throw PaperspaceException.InvalidRequest("-ApiKey requires a string or a SecureString.", "ApiKey"),
            };
        }
        catch (PaperspaceException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }
}
