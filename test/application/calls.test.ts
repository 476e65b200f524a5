import { describe, expect, it } from 'vitest'
import { readApplication } from '../../src/application/index.ts'

type Row = readonly [file: string, source: string, told: string]

/** `endpoint library line [stream] [model]` of the first family. */
function told(files: Readonly<Record<string, string>>): string {
  const { families } = readApplication({
    files: Object.keys(files),
    readFile: (path) => files[path],
  })
  return families
    .map(({ endpoint, library, line, stream, model }) =>
      [
        `${endpoint} ${library} :${String(line)}`,
        ...(stream === undefined ? [] : [`stream=${String(stream)}`]),
        ...(model === undefined ? [] : [model.literal ? `"${model.value}"` : model.value]),
      ].join(' '),
    )
    .join(', ')
}

const CALLS: readonly Row[] = [
  [
    'src/ask.ts',
    `import OpenAI from 'openai'\nconst client = new OpenAI()\nconst r = await client.responses.create({\n  model: 'm-1',\n  input,\n})`,
    'responses openai :3 "m-1"',
  ],
  [
    'src/ask.mjs',
    `import OpenAI from 'openai'\nconst s = await client.chat.completions.create({ model: process.env.OPENAI_MODEL, stream: true })`,
    'chat-completions openai :2 stream=true process.env.OPENAI_MODEL',
  ],
  [
    'app/main.py',
    `from openai import OpenAI\nclient = OpenAI()\nwith client.responses.stream(model=MODEL, input=x) as s:\n    pass`,
    'responses openai :3 stream=true MODEL',
  ],
  [
    'app/main.py',
    `import openai\nr = openai.ChatCompletion.create(model="m", messages=[])`,
    'chat-completions openai < 1 :2 "m"',
  ],
  [
    'app/raw.py',
    `from openai import OpenAI\nr = client.chat.completions.with_raw_response.create(model="m")`,
    'chat-completions openai :2 "m"',
  ],
  [
    'main.go',
    `import "github.com/openai/openai-go/v3"\nfunc f() {\n  r, err := client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: openai.ChatModelX})\n}`,
    'chat-completions openai :3 openai.ChatModelX',
  ],
  [
    'main.go',
    `import "github.com/openai/openai-go/v3"\nstream := client.Responses.NewStreaming(ctx, responses.ResponseNewParams{Model: "m"})`,
    'responses openai :2 stream=true "m"',
  ],
  [
    'internal/ai.go',
    `import openai "github.com/sashabaranov/go-openai"\nresp, err := c.CreateChatCompletionStream(ctx, openai.ChatCompletionRequest{Model: "m"})`,
    'chat-completions go-openai :2 stream=true "m"',
  ],
  [
    'src/main/java/App.java',
    `import com.openai.client.OpenAIClient;\nvar r = client.chat().completions().create(params);`,
    'chat-completions openai :2',
  ],
  [
    'src/main/kotlin/App.kt',
    `import com.openai.client.OpenAIClient\nclient.responses().createStreaming(params).use { }`,
    'responses openai :2 stream=true',
  ],
  [
    'App.cs',
    `using OpenAI.Chat;\nvar client = new ChatClient("m", key);\nawait foreach (var u in client.CompleteChatStreamingAsync(messages)) {}`,
    'chat-completions OpenAI .NET :2 "m"',
  ],
  [
    'lib/ask.rb',
    `require "openai"\nclient.chat.completions.create(model: :"m", messages: [])`,
    'chat-completions openai :2',
  ],
  [
    'lib/ask.rb',
    `client = OpenAI::Client.new\nclient.chat(parameters: { model: "m", stream: proc { } })`,
    'chat-completions ruby-openai :2 stream=true "m"',
  ],
  [
    'src/Ask.php',
    `<?php\n$client = OpenAI::client($key);\n$r = $client->chat()->createStreamed(['model' => 'm']);`,
    `chat-completions openai-php :3 stream=true "m"`,
  ],
  [
    'src/main.rs',
    `use async_openai::Client;\nlet r = client.chat().create(request).await?;`,
    'chat-completions async-openai :2',
  ],
  [
    'app/chain.py',
    `from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="m", streaming=True)`,
    'chat-completions langchain :2 stream=true "m"',
  ],
  [
    'app/chain.py',
    `from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="m", use_responses_api=True)`,
    'responses langchain :2 "m"',
  ],
  [
    'app/index.py',
    `from llama_index.llms.openai import OpenAI\nllm = OpenAI(model="m")`,
    'chat-completions llama-index :2 "m"',
  ],
  [
    'app/lite.py',
    `import litellm\nr = litellm.completion(model="openai/m", messages=[], stream=True)`,
    'chat-completions litellm :2 stream=true "m"',
  ],
  [
    'app/route.ts',
    `import { openai } from '@ai-sdk/openai'\nimport { streamText } from 'ai'\nconst r = streamText({ model: openai('m'), prompt })`,
    'responses ai-sdk :3 stream=true "m"',
  ],
  [
    'app/route.ts',
    `import { openai } from '@ai-sdk/openai'\nconst r = generateText({ model: openai.chat('m') })`,
    'chat-completions ai-sdk :2 "m"',
  ],
  [
    'Program.cs',
    `using Microsoft.SemanticKernel;\nbuilder.AddAzureOpenAIChatCompletion("deployment", endpoint, key);`,
    'chat-completions semantic-kernel .NET :2 "deployment"',
  ],
  [
    'kernel.py',
    `from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion\nservice = OpenAIChatCompletion(ai_model_id="m")`,
    'chat-completions semantic-kernel :2 "m"',
  ],
  [
    'src/index.ts',
    `import { OpenAI } from '@llamaindex/openai'\nconst llm = new OpenAI({ model: 'm' })`,
    'chat-completions LlamaIndex.TS :2 "m"',
  ],
  [
    'agent.py',
    `from agents import Agent, Runner\nagent = Agent(name="a", model="m")`,
    'responses openai-agents :2 "m"',
  ],
  [
    'app/i.py',
    `import instructor\nclient = instructor.from_openai(OpenAI())`,
    'chat-completions instructor :2',
  ],
  ['app/d.py', `import dspy\nlm = dspy.LM("openai/m")`, 'chat-completions dspy :2 "m"'],
  [
    'deploy/smoke.sh',
    `# curl https://api.openai.com/v1/embeddings\ncurl "$BASE/v1/chat/completions" -d @body`,
    'chat-completions HTTP :2',
  ],
]

describe('the call of the application is read from its source', () => {
  it.each(CALLS)('%s', (file, source, expected) => {
    expect(told({ [file]: source })).toBe(expected)
  })
})

/** Streaming, parameters and clients that stand somewhere else than the call. */
const APART: readonly Row[] = [
  [
    'bot/agent.py',
    `from agents import Agent, Runner\nagent = Agent(name="a", model="m")\nresult = Runner.run_streamed(agent, input=q)`,
    'responses openai-agents :2 stream=true "m"',
  ],
  [
    'bot/chat.py',
    `from agents import Agent, OpenAIChatCompletionsModel\nagent = Agent(name="a", model=\n  OpenAIChatCompletionsModel(model="m", openai_client=c))`,
    'chat-completions openai-agents :3 "m"',
  ],
  [
    'app/chain.py',
    `from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="m")\nfor chunk in llm.stream(q): pass`,
    'chat-completions langchain :2 stream=true "m"',
  ],
  [
    'App/Program.cs',
    `using Microsoft.SemanticKernel;\nb.AddOpenAIChatCompletion(modelId: "m", apiKey: k);\nkernel.InvokePromptStreamingAsync("hi");`,
    'chat-completions semantic-kernel .NET :2 stream=true "m"',
  ],
  [
    'src/main/java/Chat.java',
    `import org.springframework.ai.chat.client.ChatClient;\nChat(ChatClient.Builder b) {}\nreturn client.prompt(q).stream().content();`,
    'chat-completions spring-ai :2 stream=true',
  ],
  [
    'src/main/java/App.java',
    `import com.openai.client.OpenAIClient;\nParams params = Params.builder()\n    .model("m").build();\nclient.chat().completions().create(params);`,
    'chat-completions openai :4 "m"',
  ],
  [
    'app/kwargs.py',
    `from openai import OpenAI\nMODEL = "m"\nkwargs = dict(model=MODEL, stream=True)\nclient.responses.create(**kwargs)`,
    'responses openai :4 stream=true "m"',
  ],
  [
    'app/env.py',
    `from openai import OpenAI\nclient.responses.create(model=os.getenv("OPENAI_MODEL", "m"))`,
    'responses openai :2 OPENAI_MODEL',
  ],
  [
    'app/route.ts',
    `import { createOpenAI } from '@ai-sdk/openai'\nconst provider = createOpenAI({ baseURL })\nstreamText({ model: provider.chat('m') })`,
    'chat-completions ai-sdk :3 stream=true "m"',
  ],
  [
    'lib/ai.ts',
    `import { createOpenAI } from '@ai-sdk/openai'\nexport const provider = createOpenAI({})`,
    'responses ai-sdk :2',
  ],
  [
    'server.mjs',
    `const r = await fetch(\`\${base}/chat/completions\`, { body: JSON.stringify({ model: 'm', stream: true }) })`,
    'chat-completions HTTP :1 stream=true "m"',
  ],
  [
    'src/Ask.php',
    `<?php\nOpenAI::client($key)->responses()->create(['model' => 'm']);`,
    'responses openai-php :2 "m"',
  ],
]

describe('what the call is given elsewhere in its file', () => {
  it.each(APART)('%s %s', (file, source, expected) => {
    expect(told({ [file]: source })).toBe(expected)
  })

  it('is found where another file makes the client, and not where it is another vendor', () => {
    const files = {
      'core/client.py': `from openai import AsyncOpenAI\nclient = AsyncOpenAI(base_url="https://gw.example/v1", timeout=httpx.Timeout(60.0))`,
      'core/ask.py': `from core.client import client\nclient.responses.stream(model="m", input=q)`,
      'core/other.py': `from groq import Groq\nGroq().chat.completions.create(model="g")`,
    }
    expect(told(files)).toBe('responses openai :2 stream=true "m"')
    const { families } = readApplication({
      files: Object.keys(files),
      readFile: (path) => new Map(Object.entries(files)).get(path),
    })
    expect(families[0]).toMatchObject({
      baseUrl: { value: 'https://gw.example/v1', file: 'core/client.py', line: 2 },
      timeout: { ms: 60_000 },
    })
  })

  it.each([
    ['a.go', `openai.NewClient(option.WithBaseURL(os.Getenv("GW")), x)`, 'GW'],
    ['a.py', `OpenAI(base_url=os.environ["GW"])`, 'GW'],
    ['a.ts', `new OpenAI({ baseURL: process.env.GW })`, 'GW'],
    ['a.rb', `OpenAI::Client.new(uri_base: ENV.fetch("GW"))`, 'GW'],
    ['a.php', `<?php OpenAI::factory()->withBaseUri(getenv('GW'))->make();`, 'GW'],
    [
      'a.cs',
      `new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("GW")) }`,
      'GW',
    ],
    ['a.java', `OpenAIOkHttpClient.builder().baseUrl(System.getenv("GW")).build()`, 'GW'],
    ['a.rs', `OpenAIConfig::new().with_base_url(std::env::var("GW").unwrap())`, 'GW'],
  ])('the variable that holds the base URL is named: %s', (file, client, env) => {
    const call = file.endsWith('.php') ? '$c->responses()->create([])' : 'c.responses().create(x)'
    const { families } = readApplication({
      files: [file],
      readFile: () => `${client}\nopenai\n${call}`,
    })
    expect(families[0]?.baseUrl).toMatchObject({ env, literal: false })
  })

  it('reads the settings of a Spring application', () => {
    const files = {
      'src/main/java/Chat.java': `import org.springframework.ai.chat.client.ChatClient;\nChatClient.Builder b;`,
      'src/main/resources/application.yml': `spring:\n  ai:\n    openai:\n      base-url: \${GW:https://api.openai.com}\n      chat:\n        options:\n          model: m\n`,
    }
    const { families } = readApplication({
      files: Object.keys(files),
      readFile: (path) => new Map(Object.entries(files)).get(path),
    })
    expect(families[0]).toMatchObject({
      model: { value: 'm', line: 7 },
      baseUrl: { env: 'GW', fallback: true, file: 'src/main/resources/application.yml' },
    })
  })
})

describe('what is not a call of the application', () => {
  it.each<Row>([
    ['a comment', `// openai\n// client.responses.create({ model: 'm' })`, ''],
    ['a string', `const openai = "client.responses.create({ model: 'm' })"`, ''],
    ['a template that spans lines', 'const openai = `\nclient.chat.completions.create({})\n`', ''],
    ['another API', `import Mistral from 'mistral'\nclient.embeddings.create({})`, ''],
  ])('%s', (_title, source, expected) => {
    expect(told({ 'src/a.ts': source })).toBe(expected)
  })

  it.each([
    'test/ask.test.ts',
    'src/ask.spec.ts',
    'examples/ask.py',
    'node_modules/x/index.js',
    'vendor/x.go',
    'dist/index.js',
    'ask_test.go',
    'tests/test_ask.py',
  ])('%s does not count', (file) => {
    expect(told({ [file]: `import openai\nclient.responses.create({ model: "m" })` })).toBe('')
  })
})

describe('several calls', () => {
  it('become a family each, what a deploy stands or falls with first', () => {
    const source = [
      `import OpenAI from 'openai'`,
      `await client.embeddings.create({ model: 'e' })`,
      `await client.chat.completions.create({ model: 'm' })`,
      `await client.chat.completions.create({ model: 'n' })`,
      `await client.moderations.create({ input })`,
      `await client.audio.transcriptions.create({ file })`,
    ].join('\n')
    expect(told({ 'src/all.ts': source })).toBe(
      'chat-completions openai :3 "m", embeddings openai :2 "e", moderations openai :5',
    )
  })

  it('tell the base URL and the time limit of their client', () => {
    const source = `import OpenAI from 'openai'\nconst client = new OpenAI({ baseURL: 'https://gw.example/v1', timeout: 30_000 })\nclient.responses.create({ model: 'm' })`
    const { families } = readApplication({ files: ['a.ts'], readFile: () => source })
    expect(families[0]).toMatchObject({
      baseUrl: { value: 'https://gw.example/v1', literal: true, line: 2 },
      timeout: { ms: 30_000 },
    })
  })
})

it('reads hostile source in time that grows with its length', () => {
  const attacks = [
    'openai.chat'.repeat(40_000),
    `openai${'('.repeat(400_000)}`,
    `openai ${'model: '.repeat(60_000)}`,
    `openai ${'.chat()'.repeat(60_000)}`,
    `openai ${' '.repeat(400_000)}`,
    `openai \`${'\\'.repeat(400_000)}`,
    `litellm completion(${'completion('.repeat(40_000)}`,
  ]
  const started = performance.now()
  for (const text of attacks) readApplication({ files: ['a.ts'], readFile: () => text })
  expect(performance.now() - started).toBeLessThan(5000)
})
