namespace Orleans.Configuration;

/// <summary>How calls are sent from outside grains.</summary>
public sealed class ClientMessagingOptions : MessagingOptions;
