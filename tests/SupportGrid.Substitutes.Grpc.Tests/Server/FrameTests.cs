using System.Net;
using Google.Protobuf;
using Grpc.Core;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class FrameTests
{
    [Fact]
    public async Task Frame_PrefixPromisesMoreThanComes_IsInternal() =>
        await Answers(StatusCode.Internal, RawCall.Frame([1, 2], length: 100));

    [Fact]
    public async Task Frame_PrefixCutOff_IsInternal() => await Answers(StatusCode.Internal, [0, 0, 0]);

    [Fact]
    public async Task Frame_UnknownFlag_IsInternal() => await Answers(StatusCode.Internal, RawCall.Frame([], flag: 2));

    [Fact]
    public async Task Frame_LengthBeyondInt_IsResourceExhausted() =>
        await Answers(StatusCode.ResourceExhausted, RawCall.Frame([], length: uint.MaxValue));

    [Fact]
    public async Task Frame_NoMessageAtAll_IsInternal() => await Answers(StatusCode.Internal, []);

    [Fact]
    public async Task Frame_TwoMessagesForUnary_IsInternal() =>
        await Answers(StatusCode.Internal, [.. RawCall.Frame([]), .. RawCall.Frame([])]);

    [Fact]
    public async Task Frame_PayloadIsNoMessage_IsInternal() =>
        await Answers(StatusCode.Internal, RawCall.Frame([0xFF, 0xFF, 0xFF]));

    [Fact]
    public async Task Frame_ArrivesOctetByOctet_IsUnderstood()
    {
        await using var probe = await ProbeHost.StartAsync();
        var frame = RawCall.Frame(new ProbeRequest { Text = "slow" }.ToByteArray());

        var answer = await RawCall.SendAsync(
            probe.Address, new DrippingBody(frame), "/supportgrid.probe.Probe/Ask", "application/grpc", HttpVersion.Version20);

        Assert.Equal(0, answer.Status);
        Assert.Equal("slow", ProbeReply.Parser.ParseFrom(answer.Body.AsSpan(5)).Text);
    }

    [Fact]
    public async Task Frame_BadOneInAStream_HandlerSeesTheGoodOnesAndTheCallFails()
    {
        await using var probe = await ProbeHost.StartAsync();
        var texts = new List<string>();
        probe.Script.Collect = async (requests, _) =>
        {
            while (await requests.MoveNext())
            {
                texts.Add(requests.Current.Text);
            }

            return new ProbeReply();
        };
        byte[] body = [.. RawCall.Frame(new ProbeRequest { Text = "good" }.ToByteArray()), .. RawCall.Frame([], flag: 7)];

        var answer = await RawCall.PostAsync(probe.Address, body, "/supportgrid.probe.Probe/Collect");

        Assert.Equal((int)StatusCode.Internal, answer.Status);
        Assert.Equal(["good"], texts);
    }

    private static async Task Answers(StatusCode expected, byte[] body)
    {
        await using var probe = await ProbeHost.StartAsync();
        var answer = await RawCall.PostAsync(probe.Address, body);
        Assert.Equal((HttpStatusCode.OK, (int)expected), (answer.HttpStatus, answer.Status));
        Assert.Empty(probe.Host.Logs.Errors);
    }

    private sealed class DrippingBody(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var octet in bytes)
            {
                await stream.WriteAsync(new[] { octet });
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
