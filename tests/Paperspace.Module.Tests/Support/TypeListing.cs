using System.Globalization;
using System.Reflection;

namespace Paperspace.Module.Tests.Support;

/// <summary>Lists the public types of an assembly, and their public and protected members, a line each.</summary>
internal static class TypeListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    /// <summary>The lines of an assembly.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Of);

    private static IEnumerable<string> Of(Type type) =>
    [
        Heading(type),
        .. type.GetMembers(Declared)
            .Select(member => (member.Name, Text: Describe(member)))
            .Where(member => member.Text is not null)
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.Text, StringComparer.Ordinal)
            .Select(member => $"{type.FullName}: {member.Text}"),
    ];

    private static string Heading(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var modifier = type switch
        {
            { IsClass: true, IsAbstract: true, IsSealed: true } => "static ",
            { IsClass: true, IsAbstract: true } => "abstract ",
            { IsClass: true, IsSealed: true } => "sealed ",
            _ => "",
        };
        string[] bases = [.. Parents(type).Select(Name), .. Interfaces(type)];
        return $"{modifier}{kind} {type.FullName}" + (bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}");
    }

    private static IEnumerable<Type> Parents(Type type) =>
        type is { IsValueType: false, BaseType: { } parent } && parent != typeof(object) ? [parent] : [];

    private static IEnumerable<string> Interfaces(Type type) => type.IsEnum || typeof(Exception).IsAssignableFrom(type)
        ? []
        : type.GetInterfaces().Where(each => each.IsVisible).Select(Name).Order(StringComparer.Ordinal);

    private static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo { DeclaringType.IsEnum: true, IsStatic: true } value => $"{value.Name} = {Literal(value.GetRawConstantValue())}",
        FieldInfo { IsLiteral: true, IsPublic: true } constant =>
            $"const {Name(constant.FieldType)} {constant.Name} = {Literal(constant.GetRawConstantValue())}",
        FieldInfo { IsSpecialName: false } field when IsVisible(field) => $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsVisible) =>
            Static(property.GetAccessors(nonPublic: true)[0].IsStatic)
            + $"{Name(property.PropertyType)} {Indexed(property)} {{ {Accessors(property)}}}",
        EventInfo { AddMethod: { } add } happening when IsVisible(add) => $"event {Name(happening.EventHandlerType!)} {happening.Name}",
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) => $"new({Parameters(constructor)})",
        MethodInfo method when IsVisible(method) && IsWritten(method) =>
            $"{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}{Arguments(method)}({Parameters(method)})",
        _ => null,
    };

    private static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    // Not an accessor, and not one of those that a compiler adds to a record.
    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.StartsWith('<');

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Accessors(PropertyInfo property)
    {
        var set = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "init" : "set";
        return (IsVisible(property.GetMethod) ? "get; " : "") + (IsVisible(property.SetMethod) ? set + "; " : "");
    }

    private static string Indexed(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } indexes
        ? $"{property.Name}[{string.Join(", ", indexes.Select(Describe))}]"
        : property.Name;

    private static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter) =>
        $"{Name(parameter.ParameterType)} {parameter.Name}" + (parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "");

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
