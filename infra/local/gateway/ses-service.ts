import { randomUUID } from 'node:crypto';
import type { Need } from '../iam/decide.ts';
import { readAddress } from '../ses/address.ts';
import type { MailRefusal, MailService, Submission } from '../ses/mail-service.ts';
import { headerOf, readRawMessage } from '../ses/raw-message.ts';
import { type JsonObject, textAt } from '../template/json.ts';
import type { Service, ServiceAnswer } from './service.ts';

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** SES version 1 (Query protocol, XML) behind the gateway. */
export function sesService(mail: MailService, place: { readonly region: string; readonly accountId: string }): Service {
  const arn = (kind: string, name: string) => `arn:aws:ses:${place.region}:${place.accountId}:${kind}/${name}`;

  const operations: Readonly<Record<string, (request: JsonObject) => ServiceAnswer>> = {
    SendEmail: (request) => sent('SendEmail', mail.send(simpleMail(request))),
    SendRawEmail: (request) => sent('SendRawEmail', mail.send(rawMail(request))),
    GetSendQuota: () =>
      success(
        'GetSendQuota',
        `<Max24HourSend>${mail.quota.max24HourSend}</Max24HourSend><MaxSendRate>${mail.quota.maxSendRate}</MaxSendRate><SentLast24Hours>${mail.sentLast24Hours()}</SentLast24Hours>`,
      ),
    GetAccountSendingEnabled: () => success('GetAccountSendingEnabled', '<Enabled>true</Enabled>'),
    GetSendStatistics: () =>
      success(
        'GetSendStatistics',
        `<SendDataPoints><member><DeliveryAttempts>${mail.mailbox.list().length}</DeliveryAttempts><Bounces>0</Bounces><Complaints>0</Complaints><Rejects>0</Rejects></member></SendDataPoints>`,
      ),
    ListIdentities: () =>
      success(
        'ListIdentities',
        `<Identities>${[...mail.identities].map((identity) => `<member>${xml(identity)}</member>`).join('')}</Identities>`,
      ),
  };

  return {
    name: 'ses',
    read(_headers, body) {
      const request = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
      return { operation: request.Action ?? '', request };
    },
    needs(operation, request) {
      const action = `ses:${operation}`;
      if (operation !== 'SendEmail' && operation !== 'SendRawEmail') return [{ action, resource: '*', context: {} }];
      const submission = operation === 'SendEmail' ? simpleMail(request) : rawMail(request);
      const from = readAddress(submission.source);
      const address = typeof from === 'string' ? submission.source : from.address;
      const context = {
        'ses:FromAddress': [address],
        'ses:Recipients': [...submission.to, ...submission.cc, ...submission.bcc],
      };
      const identity = typeof from === 'string' || mail.identities.has(address) ? address : from.domain;
      const needs: Need[] = [{ action, resource: arn('identity', identity), context }];
      if (submission.configurationSet !== undefined) {
        needs.push({ action, resource: arn('configuration-set', submission.configurationSet), context });
      }
      return needs;
    },
    async perform(operation, request) {
      const perform = operations[operation];
      return perform ? perform(request) : failure(400, 'InvalidAction', `${operation} is not known to the local SES`);
    },
    error(code, message) {
      if (code === 'AccessDenied') return failure(403, 'AccessDenied', message);
      if (code === 'Throttling') return failure(400, 'Throttling', message);
      return code === 'Invalid'
        ? failure(400, 'InvalidParameterValue', message)
        : failure(500, 'InternalFailure', message);
    },
  };
}

function simpleMail(request: JsonObject): Submission {
  const source = textAt(request, 'Source') ?? '';
  const subject = textAt(request, 'Message.Subject.Data') ?? '';
  const to = members(request, 'Destination.ToAddresses');
  const cc = members(request, 'Destination.CcAddresses');
  const optional = {
    'Reply-To': members(request, 'ReplyToAddresses').join(', '),
    'Return-Path': textAt(request, 'ReturnPath') ?? '',
    Cc: cc.join(', '),
  };
  return {
    source,
    to,
    cc,
    bcc: members(request, 'Destination.BccAddresses'),
    subject,
    text: textAt(request, 'Message.Body.Text.Data') ?? '',
    html: textAt(request, 'Message.Body.Html.Data') ?? '',
    headers: Object.entries({ From: source, To: to.join(', '), Subject: subject, ...optional })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({ name, value })),
    attachments: [],
    configurationSet: textAt(request, 'ConfigurationSetName'),
    tags: tags(request),
  };
}

function rawMail(request: JsonObject): Submission {
  const { headers, text, html, attachments } = readRawMessage(
    Buffer.from(textAt(request, 'RawMessage.Data') ?? '', 'base64'),
  );
  const listed = (name: string) =>
    (headerOf(headers, name) ?? '')
      .split(/,(?![^<"]*")/)
      .map((each) => each.trim())
      .filter(Boolean);
  const destinations = members(request, 'Destinations');
  const named = Object.fromEntries(
    (headerOf(headers, 'X-SES-MESSAGE-TAGS') ?? '')
      .split(/[,;]/)
      .map((pair) => pair.trim().split('='))
      .filter((pair) => pair.length === 2),
  );
  return {
    source: textAt(request, 'Source') ?? bare(headerOf(headers, 'From') ?? ''),
    to: (destinations.length > 0 ? destinations : listed('To')).map(bare),
    cc: destinations.length > 0 ? [] : listed('Cc').map(bare),
    bcc: destinations.length > 0 ? [] : listed('Bcc').map(bare),
    subject: headerOf(headers, 'Subject') ?? '',
    text,
    html,
    headers: headers.filter(({ name }) => !/^X-SES-|^Bcc$/i.test(name)),
    attachments,
    configurationSet: textAt(request, 'ConfigurationSetName') ?? headerOf(headers, 'X-SES-CONFIGURATION-SET'),
    tags: { ...named, ...tags(request) },
  };
}

function bare(value: string): string {
  return /<([^<>]*)>\s*$/.exec(value)?.[1] ?? value;
}

function members(request: JsonObject, prefix: string): readonly string[] {
  const found: string[] = [];
  for (let n = 1; ; n++) {
    const value = textAt(request, `${prefix}.member.${n}`);
    if (value === undefined) return found;
    found.push(value);
  }
}

function tags(request: JsonObject): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (let n = 1; ; n++) {
    const name = textAt(request, `Tags.member.${n}.Name`);
    if (name === undefined) return found;
    found[name] = textAt(request, `Tags.member.${n}.Value`) ?? '';
  }
}

function sent(operation: string, outcome: { readonly id: string } | MailRefusal): ServiceAnswer {
  return 'id' in outcome
    ? success(operation, `<MessageId>${outcome.id}</MessageId>`)
    : failure(400, outcome.code, outcome.message);
}

function success(operation: string, result: string): ServiceAnswer {
  const meta = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  return answer(
    200,
    `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${result}</${operation}Result>${meta}</${operation}Response>`,
  );
}

function failure(status: number, code: string, message: string): ServiceAnswer {
  const error = `<Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>${xml(message)}</Message></Error>`;
  return answer(
    status,
    `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );
}

function answer(status: number, body: string): ServiceAnswer {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
