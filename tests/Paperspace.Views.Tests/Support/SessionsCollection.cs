namespace Paperspace.Views.Tests;

/// <summary>The tests that share the sessions, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SessionsCollection : ICollectionFixture<Sessions>
{
    public const string Name = "Sessions";
}
