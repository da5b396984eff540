namespace Paperspace;

/// <summary>Provides the base of what the API of an account returns.</summary>
public abstract class Resource
{
    private protected Resource()
    {
    }

    /// <summary>Gets or sets the account that returned the resource; null if it is not known, as after deserialization.</summary>
    internal PaperspaceAccount? Owner { get; set; }
}
