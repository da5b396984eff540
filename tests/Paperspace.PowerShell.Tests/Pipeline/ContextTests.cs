using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Code of others that runs on the pipeline thread sees the synchronization context that was there before the cmdlet.</summary>
public sealed class ContextTests
{
    /// <summary>What the engine or a host may run somebody else's code in.</summary>
    private static readonly string[] Engine =
    [
        "Cmdlet",
        "PSCmdlet",
        "ICommandRuntime",
        "PSHost",
        "PSHostUserInterface",
        "CommandInvocationIntrinsics",
        "PSVariableIntrinsics",
        "ScriptBlock",
    ];

    /// <summary>Calls that run nobody's code.</summary>
    private static readonly string[] Harmless =
    [
        "Cmdlet..ctor",
        "PSCmdlet..ctor",
        "PSCmdlet.get_MyInvocation",
        "PSCmdlet.get_SessionState",
        "PSCmdlet.get_Host",
        "PSCmdlet.get_InvokeCommand",
        "ScriptBlock.Create",
        "PSCmdlet.get_ParameterSetName",
    ];

    /// <summary>Types that are called within CallOut, or by the engine's formatting.</summary>
    private static readonly string[] WithinCallOut =
    [
        "SecretManagementReader", "GetPsAccountCommand", "HostColor", "FillColumn", "EnterPsMachineCommand", "CopyPsMachineItemCommand",
    ];

    private static readonly MachineSeed[] Seeds =
    [
        .. Enumerable.Range(0, 3).Select(i => new MachineSeed { Id = $"ps{i:000}", Name = $"m{i}" }),
    ];

    [Fact]
    public void A_vault_is_called_without_the_context_of_the_module()
    {
        using var session = new Session();
        session.Run(
            """
            function Get-Secret { param($Name) $global:seen = "[$([Threading.SynchronizationContext]::Current)]"; 'k3y-of-the-vault' }
            Connect-PsAccount -SecretName x
            """).Succeeded();
        Assert.Equal("[]", session.Run("$seen").Succeeded().Single<string>());
    }

    [Fact]
    public void A_prompt_is_shown_without_the_context_of_the_module()
    {
        SynchronizationContext? seen = new();
        var screen = new RecordingHost { Asked = () => seen = SynchronizationContext.Current };
        using var host = new FastHost(screen, Seeds);
        host.Run("Remove-PsMachine ps000 -Confirm").Succeeded();
        Assert.Single(screen.Questions);
        Assert.Null(seen);
    }

    [Fact]
    public void Only_the_base_of_the_cmdlets_calls_the_engine()
    {
        var library = Directory
            .GetFiles(RepositoryPaths.Module, "Paperspace.PowerShell.dll", SearchOption.AllDirectories)
            .First(path => path.Contains("net8.0", StringComparison.Ordinal));
        using var file = new PEReader(File.OpenRead(library));
        var calls = Calls(file).Where(call => !Harmless.Contains(call.Member)).ToArray();
        Assert.Contains(calls, call => call.Caller == "PaperspaceCmdlet");
        Assert.DoesNotContain(calls, call => call.Caller != "PaperspaceCmdlet" && !WithinCallOut.Contains(call.Caller));
    }

    /// <summary>The calls of the engine's members, each with the outermost type that makes it.</summary>
    private static IEnumerable<(string Caller, string Member)> Calls(PEReader file)
    {
        const byte call = 0x28;
        const byte callVirtual = 0x6F;
        var metadata = file.GetMetadataReader();
        var members = metadata.MemberReferences.ToDictionary(handle => MetadataTokens(handle), handle => Describe(metadata, handle));
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            for (var i = 0; i + 4 < code.Length; i++)
                if (
                    code[i] is call or callVirtual
                    && members.TryGetValue(BitConverter.ToInt32(code, i + 1), out var member)
                    && member is not null)
                    yield return (OutermostType(metadata, method.GetDeclaringType()), member);
        }
    }

    private static int MetadataTokens(MemberReferenceHandle handle) => System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle);

    private static string? Describe(MetadataReader metadata, MemberReferenceHandle handle)
    {
        var member = metadata.GetMemberReference(handle);
        if (member.Parent.Kind != HandleKind.TypeReference) return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        var name = metadata.GetString(type.Name);
        var isEngine =
            metadata.GetString(type.Namespace).StartsWith("System.Management.Automation", StringComparison.Ordinal)
            && Engine.Contains(name);
        return isEngine ? $"{name}.{metadata.GetString(member.Name)}" : null;
    }

    private static string OutermostType(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil) type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return metadata.GetString(type.Name);
    }
}
