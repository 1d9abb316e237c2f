import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { withSnakeKeys } from './key-case.js';

/** All JSON of the edge has its keys in snake case. */
@Injectable()
export class AnswerInSnakeCase implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map(withSnakeKeys));
  }
}
