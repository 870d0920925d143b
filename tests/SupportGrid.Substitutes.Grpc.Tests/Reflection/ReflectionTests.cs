using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Grpc.Tests.Support;
using V1Alpha = Grpc.Reflection.V1Alpha;

namespace SupportGrid.Substitutes.Grpc.Tests.Reflection;

public sealed class ReflectionTests : IAsyncLifetime
{
    private TestHost? _host;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(
        app =>
        {
            app.MapGrpcService<ProbeService>();
            app.MapGrpcReflectionService();
        },
        services => services.AddSingleton<ProbeScript>().AddGrpcReflection());

    public async Task DisposeAsync() => await _host!.DisposeAsync();

    [Fact]
    public async Task ListServices_NamesEveryMappedService()
    {
        var response = await AskAsync(new ServerReflectionRequest { ListServices = "*" });

        Assert.Equal(
            [
                "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
                "supportgrid.probe.Probe",
            ],
            response.ListServicesResponse.Service.Select(service => service.Name));
    }

    [Theory]
    [InlineData("supportgrid.probe.Probe", "probe/probe.proto")]
    [InlineData("supportgrid.probe.Probe.Ask", "probe/probe.proto")]
    [InlineData(".supportgrid.probe.ProbeRequest", "probe/probe_types.proto")]
    [InlineData("supportgrid.probe.ProbeRequest.text", "probe/probe_types.proto")]
    [InlineData("supportgrid.probe.ProbeRequest.Nested", "probe/probe_types.proto")]
    [InlineData("supportgrid.probe.ProbeRequest.Mood", "probe/probe_types.proto")]
    [InlineData("supportgrid.probe.probe_note", "probe/probe_types.proto")]
    [InlineData("google.protobuf.MessageOptions", "google/protobuf/descriptor.proto")]
    public async Task FileContainingSymbol_Known_ComesFirstWithItsImports(string symbol, string file)
    {
        var response = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol });

        Assert.Equal(file, Files(response.FileDescriptorResponse.FileDescriptorProto)[0].Name);
    }

    [Fact]
    public async Task FileByFilename_Known_ComesWithAllImports()
    {
        var response = await AskAsync(new ServerReflectionRequest { FileByFilename = "probe/probe.proto" });

        Assert.Equal(
            ["probe/probe.proto", "probe/probe_types.proto", "google/protobuf/descriptor.proto"],
            Files(response.FileDescriptorResponse.FileDescriptorProto).Select(file => file.Name));
    }

    [Fact]
    public async Task FileContainingExtension_Known_IsFound()
    {
        var response = await AskAsync(new ServerReflectionRequest
        {
            FileContainingExtension = new ExtensionRequest
            {
                ContainingType = "google.protobuf.MessageOptions", ExtensionNumber = 50001,
            },
        });

        Assert.Equal("probe/probe_types.proto", Files(response.FileDescriptorResponse.FileDescriptorProto)[0].Name);
    }

    [Theory]
    [InlineData("google.protobuf.MessageOptions", new[] { 50001 })]
    [InlineData("supportgrid.probe.ProbeRequest", new int[0])]
    public async Task AllExtensionNumbers_KnownType_AreListed(string type, int[] expected)
    {
        var response = await AskAsync(new ServerReflectionRequest { AllExtensionNumbersOfType = type });

        Assert.Equal(type, response.AllExtensionNumbersResponse.BaseTypeName);
        Assert.Equal(expected, response.AllExtensionNumbersResponse.ExtensionNumber);
    }

    [Fact]
    public async Task Questions_AboutTheUnknown_AreNotFoundAndTheStreamGoesOn()
    {
        ServerReflectionRequest[] requests =
        [
            new() { FileByFilename = "no.proto" },
            new() { FileContainingSymbol = "no.Symbol" },
            new() { FileContainingExtension = new ExtensionRequest { ContainingType = "no.Type", ExtensionNumber = 1 } },
            new() { AllExtensionNumbersOfType = "no.Type" },
        ];

        var responses = await AskAllAsync(requests);

        Assert.All(responses, response => Assert.Equal((int)StatusCode.NotFound, response.ErrorResponse.ErrorCode));
        Assert.Equal(requests, responses.Select(response => response.OriginalRequest));
    }

    [Fact]
    public async Task Question_Empty_IsInvalid()
    {
        var response = await AskAsync(new ServerReflectionRequest { Host = "h" });

        Assert.Equal((int)StatusCode.InvalidArgument, response.ErrorResponse.ErrorCode);
        Assert.Equal("h", response.ValidHost);
    }

    [Fact]
    public async Task OldVersion_AnswersTheSame()
    {
        var client = new V1Alpha.ServerReflection.ServerReflectionClient(_host!.Channel());
        using var call = client.ServerReflectionInfo();
        V1Alpha.ServerReflectionRequest[] requests =
        [
            new() { ListServices = "" },
            new() { FileByFilename = "probe/probe.proto" },
            new() { FileContainingSymbol = "supportgrid.probe.Probe" },
            new()
            {
                FileContainingExtension = new V1Alpha.ExtensionRequest
                {
                    ContainingType = "google.protobuf.MessageOptions", ExtensionNumber = 50001,
                },
            },
            new() { AllExtensionNumbersOfType = "google.protobuf.MessageOptions" },
            new() { FileByFilename = "no.proto" },
        ];
        var answers = new List<V1Alpha.ServerReflectionResponse>();
        foreach (var request in requests)
        {
            await call.RequestStream.WriteAsync(request);
            Assert.True(await call.ResponseStream.MoveNext().Within());
            answers.Add(call.ResponseStream.Current);
        }

        Assert.Equal(3, answers[0].ListServicesResponse.Service.Count);
        Assert.Equal(3, answers[1].FileDescriptorResponse.FileDescriptorProto.Count);
        Assert.Equal(3, answers[2].FileDescriptorResponse.FileDescriptorProto.Count);
        Assert.Equal("probe/probe_types.proto", Files(answers[3].FileDescriptorResponse.FileDescriptorProto)[0].Name);
        Assert.Equal([50001], answers[4].AllExtensionNumbersResponse.ExtensionNumber);
        Assert.Equal((int)StatusCode.NotFound, answers[5].ErrorResponse.ErrorCode);
    }

    private static List<FileDescriptorProto> Files(IEnumerable<ByteString> serialised) =>
        [.. serialised.Select(FileDescriptorProto.Parser.ParseFrom)];

    private async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request) =>
        Assert.Single(await AskAllAsync(request));

    private async Task<List<ServerReflectionResponse>> AskAllAsync(params ServerReflectionRequest[] requests)
    {
        using var call = new ServerReflection.ServerReflectionClient(_host!.Channel()).ServerReflectionInfo();
        foreach (var request in requests)
        {
            await call.RequestStream.WriteAsync(request);
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }
}
