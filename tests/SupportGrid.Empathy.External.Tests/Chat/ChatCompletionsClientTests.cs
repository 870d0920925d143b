using Microsoft.Extensions.AI;
using SupportGrid.Empathy.External.Chat;
using SupportGrid.Empathy.External.Tests.Support;

namespace SupportGrid.Empathy.External.Tests.Chat;

public sealed class ChatCompletionsClientTests
{
    [Fact]
    public async Task GetResponseAsync_Answer_HasTextModelAndUsage()
    {
        await using var service = await StandInService.StartAsync();
        service.Answer = context =>
        {
            Assert.Equal("Bearer k", context.Request.Headers.Authorization);
            return StandInService.Says(context, "hello");
        };
        using var client = ClientOf(service);
        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "hi")]);
        Assert.Equal("hello", response.Text);
        Assert.Equal("stand-in", response.ModelId);
        Assert.Equal(160, response.Usage!.TotalTokenCount);
        Assert.Equal("m", (await service.NextRequestAsync()).GetProperty("model").GetString());
    }

    [Fact]
    public async Task GetStreamingResponseAsync_Answer_ComesWhole()
    {
        await using var service = await StandInService.StartAsync();
        service.Answer = context => StandInService.Says(context, "hello");
        using var client = ClientOf(service);
        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "hi")]))
        {
            text += update.Text;
        }

        Assert.Equal("hello", text);
    }

    [Fact]
    public async Task GetResponseAsync_JsonWithoutSchema_AsksForAnObject()
    {
        await using var service = await StandInService.StartAsync();
        using var client = ClientOf(service);
        await client.GetResponseAsync(
            [new ChatMessage(ChatRole.User, "hi")],
            new ChatOptions { ResponseFormat = ChatResponseFormat.Json, ModelId = "other" });
        var request = await service.NextRequestAsync();
        Assert.Equal("json_object", request.GetProperty("response_format").GetProperty("type").GetString());
        Assert.Equal("other", request.GetProperty("model").GetString());
    }

    [Fact]
    public async Task GetResponseAsync_Error_QuotesNothing()
    {
        await using var service = await StandInService.StartAsync();
        service.Answer = static context =>
        {
            context.Response.StatusCode = 418;
            return StandInService.Says(context, "what the customer said");
        };
        using var client = ClientOf(service);
        var error = await Assert.ThrowsAsync<ChatServiceException>(
            () => client.GetResponseAsync([new ChatMessage(ChatRole.User, "hi")]));
        Assert.Equal("The service answered with status 418.", error.Message);
    }

    [Fact]
    public void GetService_KnowsItselfAndItsProvider()
    {
        var nowhere = new Uri("http://127.0.0.1:1/v1");
        var options = new ChatCompletionsOptions { Endpoint = nowhere, Model = "m", Key = "k-1" };
        using var client = new ChatCompletionsClient(options);
        Assert.Same(client, client.GetService(typeof(IChatClient)));
        Assert.Equal("m", ((ChatClientMetadata)client.GetService(typeof(ChatClientMetadata))!).DefaultModelId);
        Assert.Null(client.GetService(typeof(string)));
        Assert.DoesNotContain("k-1", options.ToString(), StringComparison.Ordinal);
    }

    private static ChatCompletionsClient ClientOf(StandInService service) =>
        new(new ChatCompletionsOptions { Endpoint = service.Endpoint, Model = "m", Key = "k" });
}
