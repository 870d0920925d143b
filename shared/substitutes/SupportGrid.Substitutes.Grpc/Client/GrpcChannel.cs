using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>
/// A channel to one address over <see cref="System.Net.Http.HttpClient"/>. Connections open with the first call and are
/// shared by all calls; one channel serves any number of clients and threads.
/// </summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<IMethod, Uri> _uris = new();
    private readonly HttpMessageInvoker _invoker;
    private readonly bool _ownsInvoker;
    private readonly Uri _address;
    private volatile bool _disposed;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        _address = address;
        IsSecure = ChannelSecurity.Check(address, options);
        CallCredentials = options.Credentials?.CallCredentials;
        SendsCallCredentials = IsSecure || options.UnsafeUseInsecureChannelCallCredentials;
        MaxSendMessageSize = options.MaxSendMessageSize;
        MaxReceiveMessageSize = options.MaxReceiveMessageSize;
        ThrowsOnCancellation = options.ThrowOperationCanceledOnCancellation;
        Compressions = new CompressionSet(options.CompressionProviders);
        Version = options.HttpVersion ?? HttpVersion.Version20;
        VersionPolicy = options.HttpVersionPolicy ?? HttpVersionPolicy.RequestVersionExact;
        Time = (TimeProvider?)options.ServiceProvider?.GetService(typeof(TimeProvider)) ?? TimeProvider.System;
        (_invoker, _ownsInvoker) = CreateInvoker(options);
    }

    internal bool IsSecure { get; }

    internal CallCredentials? CallCredentials { get; }

    internal bool SendsCallCredentials { get; }

    internal int? MaxSendMessageSize { get; }

    internal int? MaxReceiveMessageSize { get; }

    internal bool ThrowsOnCancellation { get; }

    internal CompressionSet Compressions { get; }

    internal Version Version { get; }

    internal HttpVersionPolicy VersionPolicy { get; }

    internal TimeProvider Time { get; }

    internal RunningCalls Calls { get; } = new();

    /// <summary>A channel with default options.</summary>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to "http://host:port" or "https://host:port".</summary>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) =>
        ForAddress(new Uri(address), channelOptions);

    /// <summary>A channel with default options.</summary>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to "http://host:port" or "https://host:port".</summary>
    /// <exception cref="InvalidOperationException">Credentials and address contradict each other.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker()
    {
        ThrowIfDisposed();
        return new HttpCallInvoker(this);
    }

    /// <summary>Cancels all calls and closes the connections.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Calls.AbandonAll();

        if (_ownsInvoker)
        {
            _invoker.Dispose();
        }
    }

    internal Uri UriOf(IMethod method) => _uris.TryGetValue(method, out var uri)
        ? uri
        : _uris.GetOrAdd(method, new Uri(_address, method.FullName));

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : _invoker.SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    private static (HttpMessageInvoker Invoker, bool Owned) CreateInvoker(GrpcChannelOptions options)
    {
        if (options.HttpClient is not null && options.HttpHandler is not null)
        {
            throw new ArgumentException("Give the channel an HttpClient or an HttpHandler, not both.", nameof(options));
        }

        if (options.HttpClient is not null)
        {
            return (options.HttpClient, options.DisposeHttpClient);
        }

        return options.HttpHandler is null
            ? (new HttpMessageInvoker(ChannelHandler.Create(), disposeHandler: true), true)
            : (new HttpMessageInvoker(options.HttpHandler, options.DisposeHttpClient), true);
    }
}
