import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const parameters = z.object({ partner: z.string() });

/** The partner that an address names. */
export const partnerOf = (request: FastifyRequest): string => parameters.parse(request.params).partner;
