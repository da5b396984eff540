namespace Paperspace;

/// <summary>Provides the base class of the resources that an account's API returns.</summary>
public abstract class Resource
{
    private protected Resource()
    {
    }

    /// <summary>Gets or sets the account that returned the resource; null if it is unknown, such as after deserialization.</summary>
    internal PaperspaceAccount? Owner { get; set; }
}
