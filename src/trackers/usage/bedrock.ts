import { MeasurementError } from '../../core/errors.ts'
import { type Fields, isFields, member, memberAt, textAt } from '../field.ts'
import { type MakerReading, NOTHING, type UsageMaker, inference, keyOf } from './maker.ts'
import { count, hasCount } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/**
 * Amazon Bedrock: its model invocation log (CloudWatch or S3) and the answers of its Converse API. The input is without both cache
 * fields, as AWS's page on prompt caching defines it.
 */
export const bedrock: UsageMaker = {
  name: 'Amazon Bedrock',
  read(value) {
    if (member(value, 'schemaType') === 'ModelInvocationLog') return invocation(value)
    const metadata = member(value, 'metadata')
    const answer = isFields(metadata) && 'usage' in metadata ? metadata : value
    const usage = member(answer, 'usage')
    const isConverse = 'stopReason' in answer || isFields(member(answer, 'metrics'))
    if (!isConverse || !hasCount(usage, 'inputTokens')) return null
    const id = memberAt(value, 'ResponseMetadata', 'RequestId') ?? memberAt(value, '$metadata', 'requestId')
    return inference(
      {
        provider: PROVIDER,
        model: textAt(value, 'modelId'),
        inputUncached: count(usage, 'inputTokens'),
        cacheRead: count(usage, 'cacheReadInputTokens') || count(usage, 'cacheReadInputTokenCount'),
        cacheWrite: count(usage, 'cacheWriteInputTokens') || count(usage, 'cacheWriteInputTokenCount'),
        output: count(usage, 'outputTokens'),
      },
      { key: keyOf('bedrock', id) },
    )
  },
}

const PROVIDER = 'aws.bedrock'

/** One invocation; one that failed has no counts. @throws MeasurementError */
function invocation(value: Fields): MakerReading {
  const [input, output] = [member(value, 'input'), member(value, 'output')]
  if (!hasCount(input, 'inputTokenCount') && !hasCount(output, 'outputTokenCount')) {
    if (textAt(value, 'errorCode') !== null) return NOTHING
    throw new MeasurementError(
      'the invocation has no inputTokenCount and no outputTokenCount, so its tokens are unknown',
    )
  }
  return inference(
    {
      provider: PROVIDER,
      model: modelOf(textAt(value, 'modelId')),
      inputUncached: count(input, 'inputTokenCount'),
      cacheRead: count(input, 'cacheReadInputTokenCount'),
      cacheWrite: count(input, 'cacheWriteInputTokenCount'),
      output: count(output, 'outputTokenCount'),
      at: timeOf(member(value, 'timestamp')),
      // A cross-region profile answers elsewhere than it is asked.
      region: textAt(value, 'inferenceRegion') ?? textAt(value, 'region'),
    },
    { key: keyOf('bedrock', member(value, 'requestId')) },
  )
}

/** `anthropic.claude-sonnet-4-v1:0` of an ARN or a plain id. */
function modelOf(id: string | null): string | null {
  return id?.startsWith('arn:') ? (id.split('/').at(-1) ?? id) : id
}
