using System.Reflection;
using System.Runtime.CompilerServices;
using Paperspace.Client;

namespace Paperspace.Tests.Conventions;

/// <summary>Rules that hold for all of the library.</summary>
public sealed class LibraryConventionTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] Dependencies = ["RestSharp", "Newtonsoft.Json", "Tomlyn"];

    private static readonly Assembly Nouns = typeof(Machine).Assembly;

    private static readonly Assembly Client = typeof(PaperspaceClient).Assembly;

    public static TheoryData<Assembly> Assemblies { get; } = [Nouns, Client];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_last_parameter_of_an_async_method_is_a_token(Assembly assembly)
    {
        var methods = Types(assembly)
            .SelectMany(type => type.GetMethods(Everything))
            .Where(method =>
                !IsGenerated(method)
                && typeof(Task).IsAssignableFrom(method.ReturnType)
                && method.Name.EndsWith("Async", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(methods);
        Assert.Empty(
            methods.Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)).Select(Named));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_method_that_returns_a_task_is_named_async(Assembly assembly) => Assert.Empty(Types(assembly)
        .Where(type => type.IsPublic)
        .SelectMany(type => type.GetMethods(Everything))
        .Where(method =>
            method.IsPublic
            && typeof(Task).IsAssignableFrom(method.ReturnType)
            && !method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(Named));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void There_is_no_mutable_static_state(Assembly assembly) => Assert.Empty(Types(assembly)
        .SelectMany(type => type.GetFields(Everything))
        .Where(item => item is { IsStatic: true, IsLiteral: false } && !(item.IsInitOnly && IsImmutable(item)))
        .Select(item => $"{item.DeclaringType}.{item.Name}: {item.FieldType}"));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_public_member_exposes_a_type_of_a_dependency(Assembly assembly) => Assert.Empty(Types(assembly)
        .Where(type => type.IsVisible)
        .SelectMany(Shown)
        .Where(shown => Parts(shown.Type).Any(type => Dependencies.Contains(type.Assembly.GetName().Name)))
        .Select(shown => $"{shown.Member}: {shown.Type}"));

    [Fact]
    public void The_nouns_depend_only_on_NET() => Assert.All(
        Nouns.GetReferencedAssemblies(), reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void The_client_has_no_unexpected_dependencies() => Assert.Empty(Client.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => !name.StartsWith("System", StringComparison.Ordinal))
        .Except(["Paperspace", "RestSharp", "Newtonsoft.Json", "Tomlyn"]));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void There_is_one_exception_type_that_callers_see(Assembly assembly) => Assert.DoesNotContain(
        Types(assembly), type => type.IsVisible && typeof(Exception).IsAssignableFrom(type) && type != typeof(PaperspaceException));

    [Fact]
    public void Every_noun_keeps_unknown_fields()
    {
        Type[] read =
        [
            typeof(Machine),
            typeof(MachineEvent),
            typeof(MachineUtilization),
            typeof(Usage),
            typeof(MachineAvailability),
            typeof(Template),
            typeof(TemplateMachineType),
            typeof(MachineAccelerator),
            typeof(MachineReservation),
            typeof(MachineAccess),
            typeof(User),
            typeof(MachineDesktop),
            typeof(PublicIp),
            typeof(SharedDrive),
        ];
        Assert.All(
            read,
            type => Assert.Equal(typeof(IReadOnlyDictionary<string, object?>), type.GetProperty("AdditionalData")?.PropertyType));
        Assert.All(read, type => Assert.NotNull(type.GetProperty("AdditionalData")!.GetValue(Activator.CreateInstance(type))));
    }

    private static Type[] Types(Assembly assembly)
    {
        Type[] types = [.. assembly.GetTypes().Where(type => !IsGenerated(type))];
        Assert.NotEmpty(types);
        return types;
    }

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute))
        || member.Name.Contains('<', StringComparison.Ordinal)
        || (member.DeclaringType is { } outer && IsGenerated(outer));

    /// <summary>Whether nobody who holds the value can change it: its type has no way to, or what is there is a read-only
    /// collection.</summary>
    private static bool IsImmutable(FieldInfo field)
    {
        var type = field.FieldType;
        if (type.IsPrimitive || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(Uri)) return true;
        if (type == typeof(System.Text.RegularExpressions.Regex)) return true;
        if (type is { IsValueType: true } && type.IsDefined(typeof(IsReadOnlyAttribute))) return true;
        if (type.IsInterface)
            return field.GetValue(null)
                is System.Collections.IList { IsReadOnly: true }
                    or System.Collections.IDictionary { IsReadOnly: true };
        // Types of the library itself: those without a field that can change.
        return type.Assembly == field.DeclaringType!.Assembly && type.GetFields(Everything).All(item => item.IsInitOnly || item.IsLiteral);
    }

    private static IEnumerable<(string Member, Type Type)> Shown(Type type)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        if (type.BaseType is { } parent) yield return ($"{type} itself", parent);
        foreach (var contract in type.GetInterfaces()) yield return ($"{type} itself", contract);
        foreach (var method in type.GetMethods(Declared).Where(IsVisible))
        {
            yield return ($"{type}.{method.Name}", method.ReturnType);
            foreach (var parameter in method.GetParameters()) yield return ($"{type}.{method.Name}", parameter.ParameterType);
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
            foreach (var parameter in constructor.GetParameters())
                yield return ($"{type}()", parameter.ParameterType);
        foreach (var item in type.GetFields(Declared).Where(item => item.IsPublic || item.IsFamily || item.IsFamilyOrAssembly))
            yield return ($"{type}.{item.Name}", item.FieldType);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type)
        : [type];

    private static string Named(MethodInfo method) => $"{method.DeclaringType}.{method.Name}";
}
