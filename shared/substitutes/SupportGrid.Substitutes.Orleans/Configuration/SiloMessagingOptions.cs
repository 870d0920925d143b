namespace Orleans.Configuration;

/// <summary>
/// How calls are sent by this process; <see cref="MessagingOptions.ResponseTimeout"/> holds for calls from grains.
/// </summary>
public sealed class SiloMessagingOptions : MessagingOptions;
